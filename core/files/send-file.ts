import type { Problem } from '../api/problem.ts';
import type { EntryStore } from '../entries/store/entry-store.ts';
import { err, ok, type Result } from '../values/result.ts';
import { partSize, type FileTransfer } from './file-transfer.ts';
import { findFile } from './find-file.ts';
import type { FileKey, FileStore } from './store/file-store.ts';

type Deps = {
  readonly store: Pick<EntryStore, 'find'>;
  readonly files: Pick<FileStore, 'putRequest' | 'beginUpload' | 'missingParts'>;
};

/**
 * Says how to send a file that the author's entry refers to.
 * @param upload to continue sending a file in parts. If it is no more, another one begins.
 */
export async function sendFile(
  { store, files }: Deps,
  wanted: FileKey,
  upload?: string,
): Promise<Result<FileTransfer, Problem>> {
  const found = await findFile({ store }, wanted);
  if (!found.ok) return found;
  const { key, file, hasArrived } = found.value;
  if (found.value.closedBecause === 'malware') return err({ code: 'file_has_malware' });
  if (hasArrived) return ok({ arrived: true });
  if (file.size <= partSize) return ok({ put: await files.putRequest(key, file) });
  const missing = upload === undefined ? undefined : await files.missingParts(key, file, upload);
  if (upload !== undefined && missing) return ok({ upload, parts: missing });
  const begun = await files.beginUpload(key, file);
  return ok({ upload: begun, parts: (await files.missingParts(key, file, begun)) ?? [] });
}
