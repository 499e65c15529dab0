import { eraseAll } from '#core/entries/erase-all.ts';
import { badParameter } from '#core/entries/page.ts';
import type { Caller } from '#core/entries/policy.ts';
import type { Problem } from '#core/problem.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Deps } from './asked.ts';
import type { Call, Reply } from './call.ts';

/** The end of a person's entries: by their part of the table, whatever forms there are. */
export async function allErased(
  deps: Deps,
  { query }: Call,
  { username }: Caller,
): Promise<Result<Reply, Problem>> {
  if (query['permanent'] !== 'true')
    return err(badParameter('permanent', 'Send permanent=true: nobody can bring it back'));
  return ok({ status: 200, body: await eraseAll(deps, username) });
}
