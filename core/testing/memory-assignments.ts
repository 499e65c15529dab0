import type { StoredAssignment } from '../assignments/assignment.ts';
import type { AssignmentStore } from '../assignments/assignment-store.ts';
import type { EntryKey, StoredEntry } from '../entries/store/entry-store.ts';

type Entries = {
  readonly find: (key: EntryKey) => StoredEntry | undefined;
  readonly replace: (entry: StoredEntry) => void;
};

/** The assignments of an in-memory store. */
export function createMemoryAssignments({ find, replace }: Entries): AssignmentStore & {
  readonly forget: (key: EntryKey) => void;
} {
  const all = new Map<string, readonly StoredAssignment[]>();
  const of = (key: EntryKey) => all.get(keyText(key)) ?? [];

  function write(key: EntryKey, assignments: readonly StoredAssignment[]): void {
    all.set(keyText(key), assignments);
    const entry = find(key);
    if (!entry || entry.erased) return;
    const { assignedTo: _, ...others } = entry;
    const to = assignments.at(-1)?.to;
    const assignmentCount = assignments.length;
    replace({ ...others, ...(to !== undefined && { assignedTo: to }), assignmentCount });
  }

  return {
    async addAssignment(key, assignment) {
      const entry = find(key);
      const same = of(key).find(({ id }) => id === assignment.id);
      if (same) return { stored: same, isNew: false };
      if (!entry || entry.deletedAt) return undefined;
      const stored = { ...assignment, number: of(key).length + 1 };
      write(key, [...of(key), stored]);
      return { stored, isNew: true };
    },
    async assignmentsOf(key) {
      return of(key);
    },
    async copyAssignments(from, to) {
      const copies = of(from);
      const own = of(to).filter((it) => !copies.some(({ id }) => id === it.id));
      if (copies.length > 0) write(to, [...copies, ...own]);
    },
    forget(key) {
      all.delete(keyText(key));
    },
  };
}

function keyText({ username, form, id }: EntryKey): string {
  return JSON.stringify([username, form, id]);
}
