import { refuse } from './cognito-failure.ts';
import { type Input, textIn } from './operation-input.ts';
import { personNamed } from './people.ts';
import type { Pool } from './user-pool.ts';
import type { Person } from './pool-state.ts';

/** Refuses another pool than this one, which administrators' requests name. */
export function checkPoolIn(pool: Pool, input: Input): void {
  const id = textIn(input, 'UserPoolId');
  if (id !== pool.settings.poolId)
    refuse('ResourceNotFoundException', `User pool ${id} does not exist.`);
}

/** The person that an administrator's request names. */
export function personIn(pool: Pool, input: Input): Person {
  checkPoolIn(pool, input);
  return (
    personNamed(pool, textIn(input, 'Username')) ??
    refuse('UserNotFoundException', 'User does not exist.')
  );
}

/** The name of one of the template's groups. */
export function groupIn(pool: Pool, input: Input): string {
  const name = textIn(input, 'GroupName');
  if (!pool.settings.groups.some((group) => group.name === name))
    refuse('ResourceNotFoundException', 'Group not found.');
  return name;
}
