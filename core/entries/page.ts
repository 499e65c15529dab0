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

/** A yes or a no in the query; no where nothing is asked. */
export function yesOrNo(field: string, given = 'false'): Result<boolean, Problem> {
  return given === 'true' || given === 'false'
    ? ok(given === 'true')
    : err(badParameter(field, 'Ask for true or false'));
}

/** Where to go on, if not at the beginning. @param placeIn what a cursor of ours stands for */
export function placeAt<Place>(
  cursor: string | undefined,
  placeIn: (cursor: string) => Place | undefined,
): Result<Place | undefined, Problem> {
  const place = cursor === undefined ? undefined : placeIn(cursor);
  if (cursor === undefined || place !== undefined) return ok(place);
  return err(badParameter('cursor', 'Use a cursor from an earlier answer'));
}

/** What to send instead, by the name of a header or a query parameter. */
export function badParameter(field: string, message: string): Problem {
  return { code: 'invalid_parameter', errors: [{ field, message }] };
}
