import { getOwn } from '../values/own-property.ts';

/** What somebody may do with the responses to a form. Each role may do what those before it may. */
export const roles = ['reader', 'reviewer', 'owner'] as const;

export type Role = (typeof roles)[number];

const ranks: Readonly<Record<Role, number>> = { reader: 1, reviewer: 2, owner: 3 };

export function isRole(it: unknown): it is Role {
  return typeof it === 'string' && Object.hasOwn(ranks, it);
}

/** Whether a role may do what another one may. Without a role, or with an unknown one, nobody may. */
export function isAtLeast(role: Role | undefined, needed: Role): boolean {
  const rank = role === undefined ? undefined : getOwn<number>(ranks, role);
  return rank !== undefined && rank >= ranks[needed];
}
