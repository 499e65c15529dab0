import type { StoredAssignment } from '#core/assignments/assignment.ts';
import type { AssignmentStore } from '#core/assignments/assignment-store.ts';
import type { EntryKey } from '#core/entries/store/entry-store.ts';
import { addNumbered, byNumber } from './add-numbered.ts';
import { recountBeside } from './count-beside.ts';
import type { Table } from './dynamo-table.ts';
import { assignments } from './kinds-beside.ts';
import { ifNone } from './write-conditions.ts';

/** Whom entries are assigned to, in the table that `resource.ts` declares. */
export function createDynamoAssignments(table: Table): AssignmentStore {
  return {
    addAssignment: (entry, assignment) =>
      addNumbered(
        table,
        {
          kind: assignments,
          counter: 'assignmentCount',
          changes: () => ({ assignedTo: assignment.to }),
        },
        entry,
        assignment,
      ),

    assignmentsOf: inOrder,

    async copyAssignments(from, to) {
      const copies = await inOrder(from);
      for (const it of copies) await table.put(assignments.toItem(to, it), ifNone);
      if (copies.length === 0) return;
      await recountBeside(table, { key: to, counter: 'assignmentCount' }, async () => {
        const all = await inOrder(to);
        return { assignedTo: all.at(-1)?.to, assignmentCount: all.length };
      });
    },
  };

  async function inOrder(key: EntryKey): Promise<readonly StoredAssignment[]> {
    return byNumber(assignments.readAll(await assignments.items(table, key)));
  }
}
