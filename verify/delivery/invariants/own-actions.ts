import { mergeAnswers } from '#core/entries/merge-answers.ts';
import { canonicalJson } from '#core/values/canonical-json.ts';
import type { Answers } from '../../../src/outbox/changes/queued-change.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { outcomeOf, type UserAction, type DeliveryAttempt } from '../evidence/run-history.ts';
import { singleDeviceEntries } from '../evidence/single-device-entries.ts';
import type { StoredEntry } from '../evidence/stored-entries.ts';
import type { Invariant } from './invariant.ts';

export const lastWord: Invariant = {
  name: 'last word',
  promise: 'if only one device changed an entry, its last change is stored',
  check: ({ history, byId }) =>
    [...singleDeviceEntries(history)].flatMap(([entry, actions]) =>
      isAsLastSaid(byId.get(entry)?.[0], actions) ? [] : [{ entry, why: 'not what was said last' }],
    ),
};

function isAsLastSaid(stored: StoredEntry | undefined, actions: readonly UserAction[]): boolean {
  const last = actions.findLast(({ kind }) => /withdraw|erase|restore/.test(kind))?.kind;
  // A submission that was withdrawn before it was sent never existed.
  if (last === 'withdraw' || last === 'erase')
    return stored === undefined || stored.deletedAt !== undefined;
  if (!stored || stored.deletedAt) return false;
  return canonicalJson(stored.answers) === canonicalJson(lastAnswersOf(actions));
}

/** The last answer to each field: a revision changes those that it has changed itself, and no others. */
function lastAnswersOf(actions: readonly UserAction[]): Answers {
  let last: Answers = {};
  for (const { kind, answers = {}, openedWith } of actions) {
    if (kind === 'submit') last = answers;
    if (kind !== 'revise') continue;
    const { answers: merged, conflicts } = mergeAnswers({
      base: openedWith,
      mine: answers,
      theirs: last,
    });
    last = conflicts.length === 0 ? merged : answers;
  }
  return last;
}

export const noFalseConflict: Invariant = {
  name: 'no false conflict',
  promise: 'no change is refused because of an earlier one by the same device',
  check(evidence) {
    const simple = singleDeviceEntries(evidence.history);
    const refused = evidence.history.sent.filter((it) => outcomeOf(it) === 'fail');
    return refused.flatMap((sent) => {
      const { entry, id, kind } = sent.change;
      const isFalse = simple.has(entry) || isOwnFault(sent, evidence);
      return isFalse ? [{ entry, why: `the ${kind} ${id} was refused: ${codeOf(sent)}` }] : [];
    });
  },
};

/** Refused because of a version that it made itself, or for a reason that no other device causes. */
function isOwnFault(sent: DeliveryAttempt, { byId, history }: Evidence): boolean {
  const { answer, change } = sent;
  if (answer?.ok !== false || answer.problem.is !== 'refused') return false;
  const { code, current } = answer.problem;
  // Of a change with a copy on another device, either may have been corrected, or merged with what was changed there.
  if (code === 'idempotency_key_reused')
    return !wasRefusedBefore(sent, history.sent) && !wasSentOtherwise(sent, history.sent);
  // A change from another device cannot be based on something that was discarded here.
  if (code === 'version_required') return !wasDiscarded(sent, history.actions);
  if (code !== 'stale') return !['gone', 'not_found'].includes(code);
  const { entry, id, answers, ifVersion = 0 } = change;
  const operations = byId.get(entry)?.flatMap((it) => it.operations) ?? [];
  const isMade = operations.some((made) => made.id === id && made.version === ifVersion + 1);
  return isMade || canonicalJson(current?.answers) === canonicalJson(answers);
}

function wasRefusedBefore(
  { at, change }: DeliveryAttempt,
  all: readonly DeliveryAttempt[],
): boolean {
  return all.some((it) => it.change.id === change.id && it.at < at && outcomeOf(it) === 'fail');
}

/** Whether another device has sent its copy with other answers. */
function wasSentOtherwise(
  { at, device, change }: DeliveryAttempt,
  all: readonly DeliveryAttempt[],
): boolean {
  return all.some(
    (it) =>
      it.change.id === change.id &&
      it.at < at &&
      it.device !== device &&
      canonicalJson(it.change.answers) !== canonicalJson(change.answers),
  );
}

function wasDiscarded(
  { device, change: { entry } }: DeliveryAttempt,
  actions: readonly UserAction[],
): boolean {
  return actions.some((it) => it.kind === 'discard' && it.entry === entry && it.device === device);
}

function codeOf({ answer }: DeliveryAttempt): string {
  return answer?.ok === false && 'code' in answer.problem ? answer.problem.code : '';
}
