import type { Target } from '#core/entries/change.ts';
import { yesOrNo } from '#core/entries/page.ts';
import { restore } from '#core/entries/restore.ts';
import { revise } from '#core/entries/revise.ts';
import { withdraw } from '#core/entries/withdraw.ts';
import type { Problem } from '#core/problem.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Answer, Asked, Deps } from './asked.ts';
import { idempotencyKey, ifMatch } from './headers.ts';
import { entryReply, replayHeaders } from './reply.ts';
import { readSent } from './sent.ts';

/** Other answers in the place of the entry's own; only over the version the sender knows. */
export const revised: Answer = async (deps, asked) => {
  const { form, call } = asked;
  const target = targetOf(deps, asked);
  if (!target.ok) return target;
  const { ifVersion } = target.value;
  if (ifVersion === undefined) return err({ code: 'version_required' });
  const sent = await readSent(call, form);
  if (!sent.ok) return sent;
  const outcome = await revise(deps, { ...target.value, ...sent.value, ifVersion });
  if (!outcome.ok) return outcome;
  const { entry, earlier } = outcome.value;
  const isReplay = earlier !== undefined;
  return ok(entryReply({ ...deps, form }, entry, { status: 200, isReplay }));
};

export const withdrawn: Answer = async (deps, asked) => {
  const permanent = yesOrNo('permanent', asked.call.query['permanent']);
  if (!permanent.ok) return permanent;
  const target = targetOf(deps, asked);
  if (!target.ok) return target;
  const outcome = await withdraw(deps, { ...target.value, permanent: permanent.value });
  if (!outcome.ok) return outcome;
  const headers = replayHeaders(outcome.value.earlier !== undefined);
  return ok({ status: 200, body: { deleted: true }, headers });
};

export const restored: Answer = async (deps, asked) => {
  const target = targetOf(deps, asked);
  if (!target.ok) return target;
  const outcome = await restore(deps, target.value);
  if (!outcome.ok) return outcome;
  const { entry, earlier } = outcome.value;
  const isReplay = earlier !== undefined;
  return ok(entryReply({ ...deps, form: asked.form }, entry, { status: 200, isReplay }));
};

/** Which of the caller's own entries, under which name, and in which version. */
function targetOf(deps: Deps, { call, form, caller, parameters }: Asked): Result<Target, Problem> {
  const operation = idempotencyKey(deps, call);
  if (!operation.ok) return operation;
  const ifVersion = ifMatch(call);
  if (!ifVersion.ok) return ifVersion;
  const key = { username: caller.username, form: form.id, id: parameters['id'] ?? '' };
  return ok({ key, operation: operation.value, ifVersion: ifVersion.value });
}
