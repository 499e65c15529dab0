import { expect, test } from 'vitest';
import { exported, revised, withdrawn, type EntryChanges } from './entry-changes.ts';
import {
  entry,
  sampleChange,
  revision,
  sending,
  withdrawal,
} from '../../testing/sample-changes.ts';

/** A change that was exported to a file, and so may have been delivered by another device. */
const copied: EntryChanges = exported([sampleChange()], entry);

test('exported → new answers: a change behind it, because it may be delivered already', () => {
  const after = revised(copied, revision({ fname: 'Minnie' }));
  expect(after.map(({ id, answers }) => [id, answers?.['fname']])).toEqual([
    [entry, 'Mickey'],
    ['change-1', 'Minnie'],
  ]);
});

test('exported → withdrawn: a withdrawal is sent', () => {
  expect(withdrawn(copied, withdrawal()).map(({ id }) => id)).toEqual([entry, 'change-2']);
});

test('exporting leaves changes that are being sent or are delivered as they are', () => {
  const leaving = [sampleChange({ status: sending })];
  expect(exported(leaving, entry)).toEqual(leaving);
});
