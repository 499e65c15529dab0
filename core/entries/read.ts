import type { Entry } from '../entry.ts';
import { isUuid } from '../id.ts';
import type { Problem } from '../problem.ts';
import { err, ok, type Result } from '../result.ts';
import type { EntryKey, EntryStore } from './store.ts';

/** One of the author's own entries. Another person's answers as an unknown one does. */
export async function read(
  { store }: { readonly store: Pick<EntryStore, 'find'> },
  key: EntryKey,
): Promise<Result<Entry, Problem>> {
  if (!isUuid(key.id)) return err({ code: 'not_found' });
  const entry = await store.find({ ...key, id: key.id.toLowerCase() });
  return entry && !entry.deletedAt ? ok(entry) : err({ code: 'not_found' });
}
