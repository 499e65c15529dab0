import { expect, test } from 'vitest';
import type { CheckResult } from '../files/file-check.ts';
import type { StoredEntry } from '../entries/store/entry-store.ts';
import type { ReviewState } from '../review/review.ts';
import { anEntry, erased, restored, revised, withdrawn } from '../testing/sample-entries.ts';
import { numberedFile } from '../testing/sample-files.ts';
import { eventsOfChange } from './events-of-change.ts';

const entry: StoredEntry = anEntry();
const onHold: StoredEntry = { ...entry, onHold: ['form-rate'] };

function reviewedBy(id: string, state: ReviewState, base = entry): StoredEntry {
  const { version, reviewCount = 0 } = base;
  const review = { id, version, state, at: base.createdAt };
  return { ...base, review, reviewCount: reviewCount + 1 };
}

const approved = reviewedBy('first', 'approved');

const [a, b] = [numberedFile(1), numberedFile(2)];

/** An entry with two files, of which these have arrived. */
function withFiles(arrived: readonly { readonly id: string }[], base = entry): StoredEntry {
  return { ...base, answers: { photos: [a, b] }, filesArrived: arrived.map(({ id }) => id) };
}

/** The same, while the second file has this result. */
function withChecked(result: CheckResult): StoredEntry {
  const arrived = result === 'malware' ? [a] : [a, b];
  return { ...withFiles(arrived), fileChecks: { [b.id]: { sha256: b.sha256, result } } };
}

test.each<[string, StoredEntry | undefined, StoredEntry, readonly string[]]>([
  ['a new entry', undefined, entry, ['created']],
  ['a revision', entry, revised(entry), ['revised']],
  ['a withdrawal', entry, withdrawn(entry), ['withdrawn']],
  ['a restored entry', withdrawn(entry), restored(withdrawn(entry)), ['restored']],
  ['an erased entry', entry, erased(entry), ['erased']],
  ['a withdrawn entry that is erased', withdrawn(entry), erased(withdrawn(entry)), ['erased']],
  ['an erased entry that is purged', erased(entry), erased(entry), []],
  ['an entry on hold', undefined, onHold, []],
  ['an entry on hold that its author revises', onHold, revised(onHold), []],
  ['an entry that an owner releases', onHold, entry, ['created']],
  ['an entry on hold that is erased', onHold, erased(entry), []],
  ['a withdrawn entry that is adopted', undefined, withdrawn(entry), []],
  ['a review', entry, approved, ['reviewed']],
  ['another review', approved, reviewedBy('second', 'sent-back', approved), ['reviewed']],
  ['a review that does not count', approved, { ...approved, reviewCount: 2 }, []],
  ['a revision of what was reviewed', approved, revised(approved), ['revised']],
  ['a withdrawal of what was reviewed', approved, withdrawn(approved), ['withdrawn']],
  ['something else about an entry', entry, { ...entry, seats: ['a'] }, []],
  ['the first of two files', withFiles([]), withFiles([a]), []],
  ['the second of two files', withFiles([a]), withFiles([b, a]), ['files_complete']],
  ['a file that is being checked', withFiles([a]), withChecked('awaited'), []],
  ['a clean file', withChecked('awaited'), withChecked('clean'), ['files_complete']],
  ['one not checked', withChecked('awaited'), withChecked('impossible'), ['files_complete']],
  ['malware', withChecked('awaited'), withChecked('malware'), []],
  ['a file that is confirmed again', withFiles([a, b]), withFiles([a, b]), []],
  [
    'a revision without the file that was missing',
    withFiles([a]),
    { ...revised(entry), answers: { photos: [a] }, filesArrived: [a.id] },
    ['revised', 'files_complete'],
  ],
  [
    'a revision with files that have arrived before',
    entry,
    withFiles([a, b], revised(entry)),
    ['revised', 'files_complete'],
  ],
  [
    'a released entry whose files have arrived',
    withFiles([a, b], onHold),
    withFiles([a, b]),
    ['created', 'files_complete'],
  ],
])('%s', (_, before, after, events) => {
  expect(eventsOfChange(before, after)).toEqual(events);
});
