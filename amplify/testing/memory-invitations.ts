import { randomBytes } from 'node:crypto';
import { createTableInvitations } from '../invitations/table-invitations.ts';
import { createTableTokens } from '../invitations/table-tokens.ts';
import { createTableMembers } from '../roles/table-members.ts';
import { createTableViews } from '../views/table-views.ts';
import { createTableVerifiedAddresses } from '../verification/table-verified-addresses.ts';
import { createVerificationTokens } from '../verification/verification-tokens.ts';
import { createMemoryEvents } from './memory-events.ts';
import { createMemoryTable } from './memory-table.ts';

/** Links of a deployment with a secret of its own, the addresses verified by them, the roles of people, shared views, and no webhooks. */
export function createMemoryInvitations(
  now = () => new Date('2026-01-01T12:00:00Z'),
  table = createMemoryTable(),
) {
  const signing = { table, remembered: {}, randomBytes, now };
  const verificationTokens = createVerificationTokens(signing);
  return {
    tokens: createTableTokens(signing),
    invitations: createTableInvitations(table),
    verificationTokens,
    verifiedAddresses: createTableVerifiedAddresses({ table, tokens: verificationTokens, now }),
    members: createTableMembers(table),
    views: createTableViews(table),
    events: createMemoryEvents([]),
  };
}
