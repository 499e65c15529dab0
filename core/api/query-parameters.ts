import type { Problem } from './problem.ts';
import { err, ok, type Result } from '../values/result.ts';

const defaultLimit = 25;
const maxLimit = 100;

/** The number of entries per page, from the `limit` parameter. */
export function parsePageSize(limit = String(defaultLimit)): Result<number, Problem> {
  const isAllowed = /^\d{1,3}$/.test(limit) && Number(limit) >= 1 && Number(limit) <= maxLimit;
  if (isAllowed) return ok(Number(limit));
  return err(invalidParameter('limit', `Ask for 1 to ${maxLimit} entries`));
}

/** Parses `true` or `false`; false by default. */
export function parseBoolean(field: string, given = 'false'): Result<boolean, Problem> {
  return given === 'true' || given === 'false'
    ? ok(given === 'true')
    : err(invalidParameter(field, 'Ask for true or false'));
}

/** The position to continue from; `undefined` for the beginning. @param decode turns a cursor into a position */
export function parseCursor<Position>(
  cursor: string | undefined,
  decode: (cursor: string) => Position | undefined,
): Result<Position | undefined, Problem> {
  const position = cursor === undefined ? undefined : decode(cursor);
  if (cursor === undefined || position !== undefined) return ok(position);
  return err(invalidParameter('cursor', 'Use a cursor from an earlier answer'));
}

/** @param field the name of a header or query parameter @param message what to send instead */
export function invalidParameter(field: string, message: string): Problem {
  return { code: 'invalid_parameter', errors: [{ field, message }] };
}
