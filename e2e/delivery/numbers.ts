import { understood } from './asked.ts';
import type { Evidence } from './evidence.ts';
import { groupBy } from './group.ts';
import { outcomeOf, type Sent } from './history.ts';
import { noFalseConflict } from './invariants/own-deeds.ts';
import { savedOnce } from './invariants/stored-once.ts';
import { digestOf, digestOfFirst } from './retold.ts';
import { simpleEntries } from './simple-entries.ts';

/** What it comes to. Entries are told apart by what they first said, which no two of them share. */
export function numbersOf(evidence: Evidence) {
  const { history, stored, byId } = evidence;
  const submissions = history.sent.filter(({ parcel }) => parcel.does === 'submit');
  const acknowledged = submissions.filter((it) => outcomeOf(it) === 'ok');
  const idsByContent = groupBy(submissions, ({ parcel }) => digestOf(understood(parcel)));
  const rowsByContent = groupBy(
    stored.filter(({ erased }) => !erased),
    digestOfFirst,
  );
  const extra = [...rowsByContent].map(
    ([content, rows]) => rows.length - idsOf(idsByContent.get(content) ?? []).size,
  );
  const isErased = ({ parcel }: Sent) => byId.get(parcel.entry)?.some((it) => it.erased);
  const isThere = (it: Sent) => isErased(it) || rowsByContent.has(digestOf(understood(it.parcel)));
  const missing = savedOnce
    .check(evidence)
    .filter(({ entry }) => !submissions.some((it) => it.parcel.entry === entry && isThere(it)));
  const conflicts = history.sent.filter(
    ({ answer }) =>
      answer?.ok === false && 'code' in answer.problem && answer.problem.code === 'stale',
  );
  const isFalse = new Set(noFalseConflict.check(evidence).map(({ entry }) => entry));
  return {
    operations: history.meant.length,
    attempts: history.sent.length,
    sent: idsOf(submissions).size,
    acknowledged: idsOf(acknowledged).size,
    stored: stored.length,
    duplicates: extra.reduce((sum, it) => sum + Math.max(0, it), 0),
    lost: idsOf(acknowledged.filter((it) => !isThere(it))).size + missing.length,
    'of one device alone': simpleEntries(history).size,
    conflicts: idsOf(conflicts).size,
    'false conflicts': isFalse.size,
  };
}

function idsOf(sent: readonly Sent[]): ReadonlySet<string> {
  return new Set(sent.map(({ parcel }) => parcel.id));
}
