import { randomUUID } from 'node:crypto';
import type { Entry } from '../form/entry.ts';
import { newId } from '../values/id.ts';
import type { AppliedChange, StoredEntry } from '../entries/store/entry-store.ts';

type Change = Partial<StoredEntry>;

/** A sample entry. The functions below make its next versions. */
export function anEntry(changes: Partial<Entry> = {}): Entry {
  const time = '2026-01-01T00:00:00.000Z';
  return {
    id: randomUUID(),
    form: 'form',
    formVersion: 1,
    username: randomUUID(),
    answers: { name: 'Mickey' },
    version: 1,
    createdAt: time,
    updatedAt: time,
    ...changes,
  };
}

/** An id that sorts by time. */
export function idAt(time: number): string {
  return newId({ now: time, random: new Uint8Array(10).fill(7) });
}

/** The next version of an entry, with other answers. */
export function revised(entry: StoredEntry, changes: Change = {}): StoredEntry {
  const version = entry.version + 1;
  const answers = { name: `Mickey the ${version}` };
  return { ...entry, answers, updatedAt: '2026-01-02T00:00:00.000Z', ...changes, version };
}

/** The next version, withdrawn but with its answers. */
export function withdrawn(entry: StoredEntry, changes: Change = {}): StoredEntry {
  const time = '2026-01-02T00:00:00.000Z';
  const version = entry.version + 1;
  const { deletedAt = time, withdrawnVersion = entry.version } = entry;
  const operations = entry.operations ?? [];
  const more = { deletedAt, withdrawnVersion, updatedAt: time, operations };
  return { ...entry, ...more, ...changes, version };
}

/** The next version, restored. */
export function restored(entry: StoredEntry, changes: Change = {}): StoredEntry {
  const { deletedAt: _deletedAt, withdrawnVersion: _withdrawnVersion, ...back } = entry;
  return { ...back, ...changes, version: entry.version + 1 };
}

/** The next version, with its answers erased. */
export function erased(entry: StoredEntry, changes: Change = {}): StoredEntry {
  const { derived: _d, submitted: _s, withdrawnVersion: _w, ...rest } = withdrawn(entry, changes);
  return { ...rest, answers: {}, erased: true };
}

export function anAppliedChange(version: number, digest = 'digest'): AppliedChange {
  return { id: randomUUID(), digest, version, at: '2026-01-02T00:00:00.000Z' };
}
