import type { ChangeTarget } from '#core/entries/apply-change.ts';
import { parseBoolean } from '#core/api/query-parameters.ts';
import { restore } from '#core/entries/restore.ts';
import { revise } from '#core/entries/revise.ts';
import { withdrawnBody } from '#core/api/withdrawn-body.ts';
import { withdraw } from '#core/entries/withdraw.ts';
import type { Problem } from '#core/api/problem.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import type { RouteHandler, RequestContext, ApiDeps } from '../request-context.ts';
import { idempotencyKey, ifMatch } from '../read-headers.ts';
import { entryResponse, replayHeaders } from '../http-responses.ts';
import { readAnswers } from '../read-answers.ts';

/** Replaces the entry's answers, if the entry still has the version that the sender read. */
export const reviseEntry: RouteHandler = async (deps, context) => {
  const { form, request, caller } = context;
  const target = changeTarget(deps, context);
  if (!target.ok) return target;
  const { ifVersion } = target.value;
  if (ifVersion === undefined) return err({ code: 'version_required' });
  const answers = await readAnswers(deps, { form, request, caller, entry: target.value.key.id });
  if (!answers.ok) return answers;
  const outcome = await revise(deps, { ...target.value, ...answers.value, ifVersion });
  if (!outcome.ok) return outcome;
  const { entry, earlier } = outcome.value;
  const isReplay = earlier !== undefined;
  return ok(entryResponse({ ...deps, form }, entry, { status: 200, isReplay }));
};

export const withdrawEntry: RouteHandler = async (deps, context) => {
  const permanent = parseBoolean('permanent', context.request.query['permanent']);
  if (!permanent.ok) return permanent;
  const target = changeTarget(deps, context);
  if (!target.ok) return target;
  const outcome = await withdraw(deps, { ...target.value, permanent: permanent.value });
  if (!outcome.ok) return outcome;
  const headers = replayHeaders(outcome.value.earlier !== undefined);
  return ok({ status: 200, body: withdrawnBody, headers });
};

export const restoreEntry: RouteHandler = async (deps, context) => {
  const target = changeTarget(deps, context);
  if (!target.ok) return target;
  const outcome = await restore(deps, { ...target.value, form: context.form });
  if (!outcome.ok) return outcome;
  const { entry, earlier } = outcome.value;
  const isReplay = earlier !== undefined;
  return ok(entryResponse({ ...deps, form: context.form }, entry, { status: 200, isReplay }));
};

/** Which of the caller's entries to change, the id of the change, and the version it is based on. */
function changeTarget(
  deps: ApiDeps,
  { request, form, caller, parameters }: RequestContext,
): Result<ChangeTarget, Problem> {
  const changeId = idempotencyKey(deps, request);
  if (!changeId.ok) return changeId;
  const ifVersion = ifMatch(request);
  if (!ifVersion.ok) return ifVersion;
  const key = { username: caller.username, form: form.id, id: parameters['id'] ?? '' };
  return ok({ key, changeId: changeId.value, ifVersion: ifVersion.value });
}
