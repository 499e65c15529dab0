import type { StoredAssignment } from '#core/assignments/assignment.ts';
import type { AssignmentStore } from '#core/assignments/assignment-store.ts';
import type { EntryKey } from '#core/entries/store/entry-store.ts';
import {
  assignmentItemKey,
  assignmentItems,
  toAssignment,
  toAssignmentItem,
  toAssignments,
} from './assignment-items.ts';
import { recountBeside, writeBeside } from './count-beside.ts';
import type { Table } from './dynamo-table.ts';

/** Whom entries are assigned to, in the table that `resource.ts` declares. */
export function createDynamoAssignments(table: Table): AssignmentStore {
  return {
    async addAssignment(key, assignment) {
      const added = await writeBeside<StoredAssignment>(table, counted(key), (entry) => {
        if (entry.deletedAt !== undefined) return undefined;
        const number = (entry.assignmentCount ?? 0) + 1;
        const stored = { ...assignment, number };
        return {
          write: { put: toAssignmentItem(key, stored), condition: ifNew },
          changes: { assignedTo: assignment.to, assignmentCount: number },
          stored,
        };
      });
      if (added) return { stored: added, isNew: true };
      const item = await table.get(assignmentItemKey(key, assignment.id));
      const stored = toAssignment(item ?? {});
      return stored && { stored, isNew: false };
    },

    async assignmentsOf(key) {
      return toAssignments(await assignmentItems(table, key));
    },

    async copyAssignments(from, to) {
      const assignments = toAssignments(await assignmentItems(table, from));
      for (const it of assignments) await table.put(toAssignmentItem(to, it), ifNew);
      if (assignments.length === 0) return;
      await recountBeside(table, counted(to), async () => {
        const all = toAssignments(await assignmentItems(table, to));
        return { assignedTo: all.at(-1)?.to, assignmentCount: all.length };
      });
    },
  };
}

const ifNew = { if: 'attribute_not_exists(pk)' };

function counted(key: EntryKey) {
  return { key, counter: 'assignmentCount' } as const;
}
