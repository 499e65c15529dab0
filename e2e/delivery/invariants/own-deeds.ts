import { canonicalJson } from '#core/canonical-json.ts';
import type { Evidence } from '../evidence.ts';
import { outcomeOf, type Meant, type Sent } from '../history.ts';
import { simpleEntries } from '../simple-entries.ts';
import type { Stored } from '../stored.ts';
import type { Invariant } from './invariant.ts';

export const lastWord: Invariant = {
  name: 'last word',
  says: 'where one device alone had a say, what it said last is stored',
  check: ({ history, byId }) =>
    [...simpleEntries(history)].flatMap(([entry, deeds]) =>
      isAsSaid(byId.get(entry)?.[0], deeds) ? [] : [{ entry, why: 'not what was said last' }],
    ),
};

function isAsSaid(stored: Stored | undefined, deeds: readonly Meant[]): boolean {
  const last = deeds.findLast(({ does }) => /withdraw|erase|restore/.test(does))?.does;
  // What was taken back before it left was never there.
  if (last === 'withdraw' || last === 'erase')
    return stored === undefined || stored.deletedAt !== undefined;
  const answers = deeds.findLast(({ does }) => does === 'submit' || does === 'revise')?.answers;
  if (!stored || stored.deletedAt) return false;
  return canonicalJson(stored.answers) === canonicalJson(answers);
}

export const noFalseConflict: Invariant = {
  name: 'no false conflict',
  says: 'nobody is refused because of what they did themselves',
  check(evidence) {
    const simple = simpleEntries(evidence.history);
    const refused = evidence.history.sent.filter((it) => outcomeOf(it) === 'fail');
    return refused.flatMap((sent) => {
      const { entry, id, does } = sent.parcel;
      const isFalse = simple.has(entry) || isOwnFault(sent, evidence);
      return isFalse ? [{ entry, why: `the ${does} ${id} was refused: ${codeOf(sent)}` }] : [];
    });
  },
};

/** Refused over a version that it had made itself, or for a reason that no other device gives. */
function isOwnFault(sent: Sent, { byId, history }: Evidence): boolean {
  const { answer, parcel } = sent;
  if (answer?.ok !== false || answer.problem.is !== 'refused') return false;
  const { code, current } = answer.problem;
  // What was refused once may be mended on one device, and not on another that has a copy.
  if (code === 'idempotency_key_reused') return !wasRefusedBefore(sent, history.sent);
  // What came from another device after its ground was given up here cannot know what to build on.
  if (code === 'version_required') return !wasDiscarded(sent, history.meant);
  if (code !== 'stale') return !['gone', 'not_found'].includes(code);
  const { entry, id, answers, ifVersion = 0 } = parcel;
  const operations = byId.get(entry)?.flatMap((it) => it.operations) ?? [];
  const isMade = operations.some((made) => made.id === id && made.version === ifVersion + 1);
  return isMade || canonicalJson(current?.answers) === canonicalJson(answers);
}

function wasRefusedBefore({ at, parcel }: Sent, all: readonly Sent[]): boolean {
  return all.some((it) => it.parcel.id === parcel.id && it.at < at && outcomeOf(it) === 'fail');
}

function wasDiscarded({ device, parcel: { entry } }: Sent, meant: readonly Meant[]): boolean {
  return meant.some((it) => it.does === 'discard' && it.entry === entry && it.device === device);
}

function codeOf({ answer }: Sent): string {
  return answer?.ok === false && 'code' in answer.problem ? answer.problem.code : '';
}
