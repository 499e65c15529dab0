import { randomBytes } from 'node:crypto';
import { createTableInvitations } from '../invitations/table-invitations.ts';
import { createTableTokens } from '../invitations/table-tokens.ts';
import { createTableMembers } from '../roles/table-members.ts';
import { createMemoryTable } from './memory-table.ts';

/** Personal links of a deployment with a secret of its own, and the roles of people. */
export function createMemoryInvitations(
  now = () => new Date('2026-01-01T12:00:00Z'),
  table = createMemoryTable(),
) {
  return {
    tokens: createTableTokens({ table, remembered: {}, randomBytes, now }),
    invitations: createTableInvitations(table),
    members: createTableMembers(table),
  };
}
