import { expect, test } from 'vitest';
import type { ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import type { QueuedChange } from '../../outbox/changes/queued-change.ts';
import {
  delivered,
  entry,
  sampleChange,
  refused,
  revision,
  sampleApiEntry,
  withdrawal,
} from '../../testing/sample-changes.ts';
import { ownEntries as ownEntriesSince } from './own-entries.ts';

const since = '2026-11-20T09:00:00.000Z';
const ownEntries = (apiEntries: ApiEntry[], changes: QueuedChange[]) =>
  ownEntriesSince(apiEntries, changes, since);
const only = ([it]: ReturnType<typeof ownEntries>) => it;

test('an entry is shown as the server has it', () => {
  const known = sampleApiEntry(2, { fname: 'Mickey' });
  const [own] = ownEntries([known], []);
  expect(own).toEqual({
    id: entry,
    answers: { fname: 'Mickey' },
    at: '2026-11-20T09:42:00.000Z',
    version: 2,
    isWithdrawn: false,
    apiEntry: known,
    last: undefined,
  });
});

test('a waiting entry is listed with the others, as it was saved', () => {
  const own = only(ownEntries([], [sampleChange()]));
  expect(own).toMatchObject({ id: entry, at: sampleChange().savedAt, version: undefined });
});

test('a change that waits, or was rejected, is shown', () => {
  for (const change of [
    revision({ fname: 'M' }),
    revision({ fname: 'M' }, { status: refused() }),
  ]) {
    const own = only(ownEntries([sampleApiEntry(1, { fname: 'Mickey' })], [change]));
    expect(own?.answers).toEqual({ fname: 'M' });
    expect(own?.last).toBe(change);
  }
});

test('a change delivered after the list was fetched is shown, with its version', () => {
  const change = revision({}, { status: delivered(2, { fname: 'M' }) });
  const own = only(ownEntries([sampleApiEntry(1, { fname: 'Mickey' })], [change]));
  expect(own).toMatchObject({ answers: { fname: 'M' }, version: 2 });
});

test('a list fetched after another device’s change is newer than what this device delivered', () => {
  const change = revision({}, { status: delivered(2, { fname: 'M' }) });
  expect(only(ownEntries([sampleApiEntry(3, { fname: 'X' })], [change]))?.answers).toEqual({
    fname: 'X',
  });
});

test('a just-withdrawn entry stays visible, to be undone', () => {
  expect(only(ownEntries([sampleApiEntry()], [withdrawal()]))?.isWithdrawn).toBe(true);
});

test('an entry withdrawn last time is gone, unless another device restored it', () => {
  const before = withdrawal({ status: delivered() });
  const submission = sampleChange({ status: delivered() });
  const laterEntry = '2026-11-21T00:00:00.000Z';
  expect(ownEntriesSince([], [submission, before], laterEntry)).toEqual([]);
  expect(
    only(ownEntriesSince([sampleApiEntry(3)], [submission, before], laterEntry))?.isWithdrawn,
  ).toBe(false);
});

test('the newest come first, wherever they are', () => {
  const older = { ...sampleApiEntry(), id: 'older', createdAt: '2026-11-01T00:00:00.000Z' };
  const waiting = sampleChange({ id: 'b', entry: 'b', savedAt: '2026-12-01T00:00:00.000Z' });
  expect(ownEntries([older, sampleApiEntry()], [waiting]).map(({ id }) => id)).toEqual([
    'b',
    entry,
    'older',
  ]);
});
