import { invalidParameter } from '../api/query-parameters.ts';
import type { Problem } from '../api/problem.ts';
import { isRecord } from '../values/is-record.ts';
import { err, ok, type Result } from '../values/result.ts';

/** In UTF-16 units: no address is longer. */
const longestAddress = 254;

/** Who an entry is to be assigned to, as the body of a request has it. @returns `undefined` for nobody */
export function readAssignment(body: unknown): Result<string | undefined, Problem> {
  const { to, ...others } = isRecord(body) ? body : { other: body };
  if (Object.keys(others).length > 0)
    return err(invalidParameter('assignment', 'Send to, and nothing else'));
  if (to === null) return ok(undefined);
  if (typeof to !== 'string' || to === '' || to.length > longestAddress)
    return err(invalidParameter('to', 'Send the address of a member, or null for nobody'));
  return ok(to.trim().toLowerCase());
}
