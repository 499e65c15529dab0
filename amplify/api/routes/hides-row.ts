import type { EntryKey } from '#core/entries/store/entry-store.ts';
import { isOwnRow } from '#core/roles/rows-of-member.ts';
import type { ApiDeps, RequestContext } from '../request-context.ts';

/** Whether the caller may see some responses only, and this is none of them. */
export async function hidesRow(
  { store }: Pick<ApiDeps, 'store'>,
  { rows }: Pick<RequestContext, 'rows'>,
  key: EntryKey,
): Promise<boolean> {
  if (!rows) return false;
  const entry = await store.find(key);
  return !entry || !isOwnRow(rows, entry);
}
