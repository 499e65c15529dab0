import type { Caller } from '#core/api/access-policy.ts';

/** Who wrote something, as it is stored: their username, and their account's address if it is verified. */
export function byCaller({ username: by, email }: Pick<Caller, 'username' | 'email'>) {
  return { by, ...(email !== undefined && { email }) };
}
