import type { FileReference } from '#core/files/file-reference.ts';
import { asServerParses } from './people/deployed-forms.ts';
import type { Evidence } from './evidence/evidence.ts';
import { groupBy } from './evidence/group-by.ts';
import { outcomeOf, type DeliveryAttempt } from './evidence/run-history.ts';
import {
  current,
  expectedFiles,
  filesOnce,
  filesRight,
  isWaiting,
} from './invariants/whole-files.ts';
import { noFalseConflict } from './invariants/own-actions.ts';
import { savedOnce } from './invariants/stored-once.ts';
import { digestOf, digestOfFirst } from './evidence/replay-versions.ts';
import { singleDeviceEntries } from './evidence/single-device-entries.ts';

/** The totals of a run. Entries are identified by the answers first submitted, which are unique. */
export function totalsOf(evidence: Evidence) {
  const { history, stored, byId } = evidence;
  const submissions = history.sent.filter(({ change }) => change.kind === 'submit');
  const acknowledged = submissions.filter((it) => outcomeOf(it) === 'ok');
  const idsByContent = groupBy(submissions, ({ change }) => digestOf(asServerParses(change)));
  const rowsByContent = groupBy(
    stored.filter(({ erased }) => !erased),
    digestOfFirst,
  );
  const extra = [...rowsByContent].map(
    ([content, rows]) => rows.length - idsOf(idsByContent.get(content) ?? []).size,
  );
  const isErased = ({ change }: DeliveryAttempt) => byId.get(change.entry)?.some((it) => it.erased);
  const isThere = (it: DeliveryAttempt) =>
    isErased(it) || rowsByContent.has(digestOf(asServerParses(it.change)));
  const missing = savedOnce
    .check(evidence)
    .filter(({ entry }) => !submissions.some((it) => it.change.entry === entry && isThere(it)));
  const conflicts = history.sent.filter(
    ({ answer }) =>
      answer?.ok === false && 'code' in answer.problem && answer.problem.code === 'stale',
  );
  const isFalse = new Set(noFalseConflict.check(evidence).map(({ entry }) => entry));
  return {
    operations: history.actions.length,
    attempts: history.sent.length,
    sent: idsOf(submissions).size,
    acknowledged: idsOf(acknowledged).size,
    stored: stored.length,
    duplicates: extra.reduce((sum, it) => sum + Math.max(0, it), 0),
    lost: idsOf(acknowledged.filter((it) => !isThere(it))).size + missing.length,
    'of one device alone': singleDeviceEntries(history).size,
    conflicts: idsOf(conflicts).size,
    'false conflicts': isFalse.size,
    ...fileTotals(evidence),
  };
}

function fileTotals(evidence: Evidence) {
  const { objects } = evidence;
  const files = current(evidence).flatMap((it) => expectedFiles(it, evidence));
  const isWaitingFile = ({ id }: FileReference) => isWaiting(id, evidence);
  const originals = objects.filter(({ isSmall }) => !isSmall);
  const there = new Set(originals.map(({ file }) => file));
  const twice = groupBy(originals, ({ entry, sha256 }) => `${entry} ${sha256}`);
  return {
    'files of entries': files.length,
    'files arrived': files.filter(({ id }) => there.has(id)).length,
    'files behind a refused change': files.filter(isWaitingFile).length,
    'files lost': files.filter((it) => !there.has(it.id) && !isWaitingFile(it)).length,
    'files twice': [...twice.values()].filter((it) => it.length > 1).length,
    'wrong bytes': filesRight.check(evidence).length,
    orphans: filesOnce.check(evidence).length,
    'small copies': objects.length - originals.length,
    megabytes: Math.round(originals.reduce((sum, { size }) => sum + size, 0) / 1e6),
  };
}

function idsOf(sent: readonly DeliveryAttempt[]): ReadonlySet<string> {
  return new Set(sent.map(({ change }) => change.id));
}
