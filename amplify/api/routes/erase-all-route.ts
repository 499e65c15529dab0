import { eraseAll } from '#core/entries/erase-all.ts';
import { invalidParameter } from '#core/api/query-parameters.ts';
import type { Caller } from '#core/api/access-policy.ts';
import type { Problem } from '#core/api/problem.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import type { ApiDeps } from '../request-context.ts';
import type { ApiRequest, ApiResponse } from '../lambda-adapter.ts';

/** Erases all entries of a person, also those of forms that no longer exist. */
export async function eraseAllEntries(
  deps: ApiDeps,
  { query }: ApiRequest,
  { username }: Caller,
): Promise<Result<ApiResponse, Problem>> {
  if (query['permanent'] !== 'true')
    return err(invalidParameter('permanent', 'Send permanent=true: nobody can bring it back'));
  return ok({ status: 200, body: await eraseAll(deps, username) });
}
