import type { Problem } from '../api/problem.ts';
import type { EntryStore } from '../entries/store/entry-store.ts';
import { err, ok, type Result } from '../values/result.ts';
import { findFile } from './find-file.ts';
import type { FileKey, FileStore } from './store/file-store.ts';

type Deps = {
  readonly store: Pick<EntryStore, 'find'>;
  readonly files: Pick<FileStore, 'link'>;
};

/** Where a file can be downloaded for a few minutes. One that has not arrived is not found. */
export async function openFile(
  { store, files }: Deps,
  wanted: FileKey,
): Promise<Result<{ readonly url: string }, Problem>> {
  const found = await findFile({ store }, wanted);
  if (!found.ok || !found.value.hasArrived) return err({ code: 'not_found' });
  return ok({ url: await files.link(found.value.key, found.value.file) });
}
