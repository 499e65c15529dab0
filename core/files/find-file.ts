import type { Problem } from '../api/problem.ts';
import type { Entry } from '../form/entry.ts';
import type { EntryStore } from '../entries/store/entry-store.ts';
import { isUuid } from '../values/id.ts';
import { err, ok, type Result } from '../values/result.ts';
import { closedBecause, type ClosedBecause } from './file-check.ts';
import { fileInEntry } from './file-in-entry.ts';
import type { FileReference } from './file-reference.ts';
import type { FileKey } from './store/file-store.ts';

export type FoundFile = {
  /** With ids as they are stored. */
  readonly key: FileKey;
  readonly file: FileReference;
  readonly hasArrived: boolean;
  /** Why it cannot be opened, even if it has arrived. */
  readonly closedBecause: ClosedBecause | undefined;
};

/** A file of an entry. One that the entry does not refer to is not found, like a file of another person. */
export async function findFile(
  { store }: { readonly store: Pick<EntryStore, 'find'> },
  wanted: FileKey,
): Promise<Result<FoundFile, Problem>> {
  if (!isUuid(wanted.id) || !isUuid(wanted.file)) return err({ code: 'not_found' });
  const key = { ...wanted, id: wanted.id.toLowerCase(), file: wanted.file.toLowerCase() };
  const entry = await store.find(key);
  if (!entry) return err({ code: 'not_found' });
  if (entry.deletedAt !== undefined) return err({ code: 'gone' });
  const file = fileInEntry(entry, key.file);
  if (!file) return err({ code: 'not_found' });
  const hasArrived = arrivedIn(entry, key.file);
  return ok({ key, file, hasArrived, closedBecause: closedBecause(entry, file) });
}

function arrivedIn({ filesArrived = [] }: Pick<Entry, 'filesArrived'>, file: string): boolean {
  return filesArrived.includes(file);
}
