import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { EntryStore } from '../entries/store/entry-store.ts';
import { anEntry, erased, restored, revised, withdrawn } from '../testing/sample-entries.ts';
import type { Assignment } from './assignment.ts';

/** Requirements of every store: whom entries are assigned to. */
export function describeAssignments(open: () => EntryStore): void {
  test('an assignment is stored beside its entry, which says who it is assigned to', async () => {
    const { store, entry } = await withEntry(open);
    const assignment = anAssignment();
    const stored = { ...assignment, number: 1 };
    expect(await store.addAssignment(entry, assignment)).toEqual({ stored, isNew: true });
    expect(await store.assignmentsOf(entry)).toEqual([stored]);
    const assigned = { ...entry, assignedTo: 'ada@example.com', assignmentCount: 1 };
    expect(await store.find(entry)).toEqual(assigned);
    const { entries } = await store.responses({ form: entry.form, limit: 9 });
    expect(entries).toEqual([assigned]);
  });

  test('the last assignment counts, also that to nobody, and one that comes again does not', async () => {
    const { store, entry } = await withEntry(open);
    const { to: _, ...nobody } = anAssignment();
    const [first, second] = [anAssignment(), anAssignment({ to: 'bob@example.com' })];
    for (const it of [first, second]) await store.addAssignment(entry, it);
    expect(await store.addAssignment(entry, { ...first, to: 'eve@example.com' })).toEqual({
      stored: { ...first, number: 1 },
      isNew: false,
    });
    expect(await store.find(entry)).toMatchObject({ assignedTo: 'bob@example.com' });
    await store.addAssignment(entry, nobody);
    expect(await store.find(entry)).not.toHaveProperty('assignedTo');
    expect((await store.assignmentsOf(entry)).map(({ to }) => to)).toEqual([
      'ada@example.com',
      'bob@example.com',
      undefined,
    ]);
  });

  test('of assignments at the same time none is lost, and the last one counts', async () => {
    const { store, entry } = await withEntry(open);
    const all = Array.from({ length: 8 }, (_, i) => anAssignment({ to: `${i}@example.com` }));
    await Promise.all(all.map((it) => store.addAssignment(entry, it)));
    const stored = await store.assignmentsOf(entry);
    expect(stored.map(({ to = '' }) => to).toSorted()).toEqual(all.map(({ to }) => to));
    expect(stored.map((it) => it.number)).toEqual(all.map((_, i) => i + 1));
    expect((await store.find(entry))?.assignedTo).toBe(stored.at(-1)?.to);
  });

  test('a change of the author leaves what was assigned meanwhile', async () => {
    const { store, entry } = await withEntry(open);
    await store.addAssignment(entry, anAssignment());
    expect(await store.update(revised(entry))).toEqual({ done: true });
    expect(await store.find(entry)).toMatchObject({ version: 2, assignedTo: 'ada@example.com' });
  });

  test('a withdrawn entry is assigned to nobody else until it is restored', async () => {
    const { store, entry } = await withEntry(open);
    await store.addAssignment(entry, anAssignment());
    const gone = withdrawn(entry);
    await store.update(gone);
    expect(await store.addAssignment(entry, anAssignment())).toBeUndefined();
    await store.update(restored(gone));
    expect(await store.find(entry)).toMatchObject({ assignedTo: 'ada@example.com' });
    expect(await store.assignmentsOf(entry)).toHaveLength(1);
  });

  test('an erased entry is assigned to nobody, and nothing says to whom it was', async () => {
    const { store, entry } = await withEntry(open);
    await store.addAssignment(entry, anAssignment());
    const gone = erased(entry);
    await store.update(gone);
    for (let time = 0; time < 2; time += 1) await store.purge(gone);
    expect(await store.assignmentsOf(entry)).toEqual([]);
    expect(await store.find(entry)).not.toHaveProperty('assignedTo');
    expect(await store.addAssignment(entry, anAssignment())).toBeUndefined();
  });

  test('an adopted entry is assigned to whom the one was that it was copied from', async () => {
    const { store, entry } = await withEntry(open);
    const [first, second] = [anAssignment(), anAssignment({ to: 'bob@example.com' })];
    await store.addAssignment(entry, first);
    const copy = { ...entry, ...(await store.find(entry)), username: randomUUID() };
    await store.insert(copy);
    await store.addAssignment(entry, second);
    for (let time = 0; time < 2; time += 1) await store.copyAssignments(entry, copy);
    expect(await store.assignmentsOf(copy)).toEqual([
      { ...first, number: 1 },
      { ...second, number: 2 },
    ]);
    expect(await store.find(copy)).toMatchObject({ assignedTo: 'bob@example.com' });
  });
}

function anAssignment(changes: Partial<Assignment> = {}): Assignment {
  const at = '2026-01-02T00:00:00.000Z';
  return { id: randomUUID(), to: 'ada@example.com', by: 'owner', at, ...changes };
}

async function withEntry(open: () => EntryStore) {
  const store = open();
  const entry = anEntry({ form: randomUUID() });
  await store.insert(entry);
  return { store, entry };
}
