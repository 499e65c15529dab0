import { randomBytes } from 'node:crypto';
import type { InvitationTokens } from '#core/invitations/invitation-tokens.ts';
import { createTableTokens } from '../invitations/table-tokens.ts';
import { createMemoryTable } from './memory-table.ts';

/** The tokens of a deployment with a secret of its own. */
export function createMemoryTokens(now = () => new Date('2026-01-01T12:00:00Z')): InvitationTokens {
  return createTableTokens({ table: createMemoryTable(), remembered: {}, randomBytes, now });
}
