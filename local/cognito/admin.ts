import { refuse } from './failure.ts';
import { type Input, textIn } from './input.ts';
import { personNamed } from './people.ts';
import type { Pool } from './pool.ts';
import type { Person } from './state.ts';

/** Administrators name the pool; it must be this one. */
export function checkPoolIn(pool: Pool, input: Input): void {
  const id = textIn(input, 'UserPoolId');
  if (id !== pool.settings.poolId)
    refuse('ResourceNotFoundException', `User pool ${id} does not exist.`);
}

/** Whom an administrator means. */
export function personIn(pool: Pool, input: Input): Person {
  checkPoolIn(pool, input);
  return (
    personNamed(pool, textIn(input, 'Username')) ??
    refuse('UserNotFoundException', 'User does not exist.')
  );
}

/** One of the template's groups. */
export function groupIn(pool: Pool, input: Input): string {
  const name = textIn(input, 'GroupName');
  if (!pool.settings.groups.some((group) => group.name === name))
    refuse('ResourceNotFoundException', 'Group not found.');
  return name;
}
