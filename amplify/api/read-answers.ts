import type { Caller } from '#core/api/access-policy.ts';
import { bodyLimit } from '#core/form/body-limit.ts';
import type { AnswersInput } from '#core/entries/answers-input.ts';
import { loadFields, type Form } from '#core/form/define-form.ts';
import { withGivenValues } from '#core/invitations/given-values.ts';
import type { Problem } from '#core/api/problem.ts';
import { ok, type Result } from '#core/values/result.ts';
import { readJson } from './read-json.ts';
import type { ApiRequest } from './lambda-adapter.ts';
import { begunOn, formVersion, savedAt } from './read-headers.ts';
import type { ApiDeps } from './request-context.ts';

type Target = {
  readonly form: Form;
  readonly request: ApiRequest;
  readonly caller: Pick<Caller, 'invitation'>;
  readonly entry: string;
};

/** Reads the answers of a request: its body, the version of the form that they were given to, and the day. */
export async function readAnswers(
  deps: Pick<ApiDeps, 'now'>,
  { form, request, caller: { invitation }, entry }: Target,
): Promise<Result<AnswersInput, Problem>> {
  const version = formVersion(request, form);
  if (!version.ok) return version;
  const day = begunOn(deps, request, entry);
  if (!day.ok) return day;
  const saved = savedAt(request);
  if (!saved.ok) return saved;
  const body = readJson(request, bodyLimit(form));
  if (body.ok) await loadFields(form);
  if (!body.ok) return body;
  return ok({
    form,
    body: withGivenValues(body.value, invitation),
    formVersion: version.value,
    begunOn: day.value,
    savedAt: saved.value,
    invitation,
  });
}
