import { eraseOnHold, mostDecidedAtOnce, releaseOnHold } from '#core/entries/decide-on-hold.ts';
import type { EntryKey } from '#core/entries/store/entry-store.ts';
import { invalidParameter } from '#core/api/query-parameters.ts';
import type { Problem } from '#core/api/problem.ts';
import { isRecord } from '#core/values/is-record.ts';
import { isUuid } from '#core/values/id.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import { readJson } from '../read-json.ts';
import type { RequestContext, RouteHandler } from '../request-context.ts';

/** For owners of the form, who have looked at entries on hold. */
export const releaseEntries: RouteHandler = async (deps, context) => {
  const keys = readKeys(context);
  if (!keys.ok) return keys;
  return ok({
    status: 200,
    body: await releaseOnHold(deps, { form: context.form, keys: keys.value }),
  });
};

export const eraseEntries: RouteHandler = async (deps, context) => {
  const keys = readKeys(context);
  if (!keys.ok) return keys;
  return ok({ status: 200, body: { erased: await eraseOnHold(deps, keys.value) } });
};

/** Bytes: fifty usernames of 128 characters, and as many ids. */
const longestBody = 16 * 1024;

/** Entries of this form, as the body names them. */
function readKeys({ request, form }: RequestContext): Result<readonly EntryKey[], Problem> {
  const body = readJson(request, longestBody);
  if (!body.ok) return body;
  const { entries } = isRecord(body.value) ? body.value : {};
  const keys = Array.isArray(entries) ? entries.map((it) => toKey(it, form.id)) : [];
  const named = keys.filter((it) => it !== undefined);
  if (named.length > 0 && named.length === keys.length && keys.length <= mostDecidedAtOnce)
    return ok(named);
  const message = `Send 1 to ${mostDecidedAtOnce} entries, each with its username and id`;
  return err(invalidParameter('entries', message));
}

function toKey(it: unknown, form: string): EntryKey | undefined {
  const { username, id } = isRecord(it) ? it : {};
  if (typeof username !== 'string' || username === '' || typeof id !== 'string') return undefined;
  return isUuid(id) ? { username, form, id: id.toLowerCase() } : undefined;
}
