import type { StoredAssignment } from '#core/assignments/assignment.ts';
import type { AssignmentStore } from '#core/assignments/assignment-store.ts';
import type { EntryKey } from '#core/entries/store/entry-store.ts';
import { recountBeside, writeBeside } from './count-beside.ts';
import type { Table } from './dynamo-table.ts';
import { assignments } from './kinds-beside.ts';

/** Whom entries are assigned to, in the table that `resource.ts` declares. */
export function createDynamoAssignments(table: Table): AssignmentStore {
  return {
    async addAssignment(key, assignment) {
      const added = await writeBeside<StoredAssignment>(table, counted(key), (entry) => {
        if (entry.deletedAt !== undefined) return undefined;
        const number = (entry.assignmentCount ?? 0) + 1;
        const stored = { ...assignment, number };
        return {
          write: { put: assignments.toItem(key, stored), condition: ifNew },
          changes: { assignedTo: assignment.to, assignmentCount: number },
          stored,
        };
      });
      if (added) return { stored: added, isNew: true };
      const stored = assignments.read(await table.get(assignments.key(key, assignment.id)));
      return stored && { stored, isNew: false };
    },

    assignmentsOf: inOrder,

    async copyAssignments(from, to) {
      const copies = await inOrder(from);
      for (const it of copies) await table.put(assignments.toItem(to, it), ifNew);
      if (copies.length === 0) return;
      await recountBeside(table, counted(to), async () => {
        const all = await inOrder(to);
        return { assignedTo: all.at(-1)?.to, assignmentCount: all.length };
      });
    },
  };

  /** In the order in which they were stored. */
  async function inOrder(key: EntryKey): Promise<readonly StoredAssignment[]> {
    const all = assignments.readAll(await assignments.items(table, key));
    return all.toSorted((a, b) => a.number - b.number);
  }
}

const ifNew = { if: 'attribute_not_exists(pk)' };

function counted(key: EntryKey) {
  return { key, counter: 'assignmentCount' } as const;
}
