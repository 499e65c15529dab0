import type { Problem } from '#core/api/problem.ts';
import type { HoldReason } from '#core/shield/hold-reason.ts';
import { inspectSubmission } from '#core/shield/inspect-submission.ts';
import type { Result } from '#core/values/result.ts';
import type { ApiDeps, RequestContext } from './request-context.ts';

/** What an entry without an account has to pass before it is stored. */
export function inspectionOf(
  { counters, now }: ApiDeps,
  { request, form, caller }: RequestContext,
): () => Promise<Result<readonly HoldReason[], Problem>> {
  if (!counters) throw new Error('Without counters no device is served.');
  const { sourceAddress } = request;
  const { id, shield } = form;
  const { username } = caller;
  return () =>
    inspectSubmission(
      { counters, now },
      { form: id, rates: shield?.perHour, username, sourceAddress },
    );
}
