import type { Problem } from '../problem.ts';
import { err, ok, type Result } from '../result.ts';

const defaultLimit = 25;
const maxLimit = 100;

/** How many to give at once, from what was asked for. */
export function pageSize(limit = String(defaultLimit)): Result<number, Problem> {
  const isAllowed = /^\d{1,3}$/.test(limit) && Number(limit) >= 1 && Number(limit) <= maxLimit;
  if (isAllowed) return ok(Number(limit));
  return err(badParameter('limit', `Ask for 1 to ${maxLimit} entries`));
}

/** What to send instead, by the name of a header or a query parameter. */
export function badParameter(field: string, message: string): Problem {
  return { code: 'invalid_parameter', errors: [{ field, message }] };
}
