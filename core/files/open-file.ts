import type { Problem } from '../api/problem.ts';
import type { EntryStore } from '../entries/store/entry-store.ts';
import { err, ok, type Result } from '../values/result.ts';
import { findFile } from './find-file.ts';
import type { FileKey, FileStore } from './store/file-store.ts';

type Deps = {
  readonly store: Pick<EntryStore, 'find'>;
  readonly files: Pick<FileStore, 'link' | 'smallLink'>;
};

/**
 * Where a file can be downloaded for a few minutes. One that has not arrived is not found, and neither is the small
 * copy of a file that has none: of what is no picture, or cannot be drawn, or arrived a moment ago.
 */
export async function openFile(
  { store, files }: Deps,
  wanted: FileKey,
  isSmall: boolean,
): Promise<Result<{ readonly url: string }, Problem>> {
  const found = await findFile({ store }, wanted);
  if (!found.ok || !found.value.hasArrived) return err({ code: 'not_found' });
  const { key, file } = found.value;
  const url = await (isSmall ? files.smallLink(key) : files.link(key, file));
  return url === undefined ? err({ code: 'not_found' }) : ok({ url });
}
