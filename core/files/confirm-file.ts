import type { Problem } from '../api/problem.ts';
import type { EntryStore } from '../entries/store/entry-store.ts';
import { err, ok, type Result } from '../values/result.ts';
import { resultOf } from './file-check.ts';
import type { FileReference } from './file-reference.ts';
import type { FileArrived } from './file-transfer.ts';
import { beginsAs } from './file-types.ts';
import { findFile } from './find-file.ts';
import {
  longestAwaited,
  type FileKey,
  type FileStore,
  type StoredFile,
} from './store/file-store.ts';

type Deps = {
  readonly store: Pick<EntryStore, 'find' | 'addArrivedFile'>;
  readonly files: Pick<FileStore, 'completeUpload' | 'examine' | 'keep' | 'remove'>;
  /** Files are scanned for malware: one that arrives stays closed until the result is there. */
  readonly scansFiles: boolean;
  readonly now: () => Date;
};

const arrived: FileArrived = { arrived: true };

/** Milliseconds. A file that is about to be deleted is not kept: its deletion may already have begun. */
const lastDay = 24 * 60 * 60 * 1000;

/**
 * Records that a file has arrived, after looking at what is stored: whatever the sender believes, only these bytes
 * count. Until then the sender has to keep its own. Repeating it is harmless.
 * @param upload if it was sent in parts
 */
export async function confirmFile(
  { store, files, scansFiles, now }: Deps,
  wanted: FileKey,
  upload?: string,
): Promise<Result<FileArrived, Problem>> {
  const found = await findFile({ store }, wanted);
  if (!found.ok) return found;
  const { key, file, hasArrived, closedBecause } = found.value;
  if (closedBecause === 'malware') return err({ code: 'file_has_malware' });
  if (hasArrived) return ok(arrived);
  if (upload !== undefined) await files.completeUpload(key, file, upload);
  const stored = await files.examine(key, file);
  if (!stored) return err({ code: 'file_not_arrived' });
  const problem = problemWith(stored, file, now());
  if (problem) {
    await files.remove(key);
    return err(problem);
  }
  // Kept before it is recorded: after a crash in between it is confirmed again, and not deleted as awaited.
  if (!(await files.keep(key))) return err({ code: 'file_not_arrived' });
  if (await store.addArrivedFile(key, file.id, scansFiles)) return ok(arrived);
  const entry = await store.find(key);
  // Whoever recorded this deletes the file.
  if (entry && resultOf(entry, file) === 'malware') return err({ code: 'file_has_malware' });
  // The entry was withdrawn, erased or revised meanwhile. Unless it can be restored, nothing else deletes the file.
  if (!entry || entry.erased || entry.deletedAt === undefined) await files.remove(key);
  return err({ code: 'gone' });
}

function problemWith(stored: StoredFile, file: FileReference, now: Date): Problem | undefined {
  if (now.getTime() - stored.storedAt.getTime() > longestAwaited - lastDay)
    return { code: 'file_not_arrived' };
  if (stored.size !== file.size || stored.sha256 !== file.sha256) return { code: 'file_damaged' };
  return beginsAs(file.type, stored.firstBytes) ? undefined : { code: 'file_of_other_type' };
}
