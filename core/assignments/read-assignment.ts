import { invalidParameter } from '../api/query-parameters.ts';
import type { Problem } from '../api/problem.ts';
import { readAddress } from '../roles/read-member.ts';
import { isRecord } from '../values/is-record.ts';
import { err, ok, type Result } from '../values/result.ts';
import type { Assignment } from './assignment.ts';

type SentAssignment = Pick<Assignment, 'to'>;

/** Who an entry is to be assigned to, as the body of a request has it. */
export function readAssignment(body: unknown): Result<SentAssignment, Problem> {
  const { to, ...others } = isRecord(body) ? body : { other: body };
  if (Object.keys(others).length > 0)
    return err(invalidParameter('assignment', 'Send to, and nothing else'));
  if (to === null) return ok({});
  const address = readAddress(to);
  if (address === undefined)
    return err(invalidParameter('to', 'Send the address of a member, or null for nobody'));
  return ok({ to: address });
}
