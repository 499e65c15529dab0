import type { Entry } from '../form/entry.ts';
import { isUuid } from '../values/id.ts';
import type { Problem } from '../api/problem.ts';
import { err, ok, type Result } from '../values/result.ts';
import { withNotes } from '../review/with-notes.ts';
import type { EntryKey, EntryStore } from './store/entry-store.ts';

/** One of the author's own entries. An entry of another person is not found, like one that does not exist. */
export async function readOwnEntry(
  { store }: { readonly store: Pick<EntryStore, 'find' | 'reviewNotes'> },
  key: EntryKey,
): Promise<Result<Entry, Problem>> {
  if (!isUuid(key.id)) return err({ code: 'not_found' });
  const entry = await store.find({ ...key, id: key.id.toLowerCase() });
  if (!entry || entry.deletedAt) return err({ code: 'not_found' });
  const [noted = entry] = await withNotes(store, [entry]);
  return ok(noted);
}
