import { expect, test } from 'vitest';
import { ok } from '#core/values/result.ts';
import {
  answered,
  broughtBack,
  leaving,
  revised,
  triedAgain,
  type EntryChanges,
} from './entry-changes.ts';
import { editableEntryOf } from './editable-entry.ts';
import {
  delivered,
  entry,
  sampleChange,
  refused,
  revision,
  sampleApiEntry,
} from '../../testing/sample-changes.ts';

const at = '2026-11-20T09:42:00.000Z';
const change = revision({ fname: 'Minnie' });

function deliver(changes: EntryChanges, id: string, version: number): EntryChanges {
  return answered(leaving(changes, id), id, { answer: ok(sampleApiEntry(version)), at });
}

test('typed while the entry was being sent, saved after it arrived: based on the delivered version', () => {
  const after = revised([sampleChange({ status: delivered(3) })], change);
  expect(after.at(-1)).toMatchObject({ id: 'change-1', ifVersion: 3 });
});

test('a change to a waiting entry has no version yet', () => {
  const waiting = { ...change, ifVersion: 1 };
  expect(editableEntryOf([waiting], entry)).toEqual({
    id: entry,
    answers: change.answers,
    formVersion: 1,
  });
});

test('restored by Undo after its base was delivered: based on the delivered version', () => {
  const after = broughtBack([sampleChange({ status: delivered(3) })], change);
  expect(after.at(-1)).toMatchObject({ id: 'change-1', ifVersion: 3 });
});

test('imported behind a change made here: still based on what the other device saw', () => {
  const here = { ...change, id: 'change-2', ifVersion: 1 };
  const changes = broughtBack([here], { ...change, ifVersion: 1 });
  expect(deliver(changes, 'change-2', 2).at(-1)).toMatchObject({ id: 'change-1', ifVersion: 1 });
});

test('an entry that is gone, tried again as a new one: has the latest answers', () => {
  const fresh = '019a0000-0000-7000-8000-00000000000b';
  const gone = sampleChange({ status: refused('gone') });
  expect(triedAgain([gone, change], entry, fresh)).toEqual([
    sampleChange({ id: fresh, entry: fresh, answers: { fname: 'Minnie' } }),
  ]);
});
