import type { EntryStore } from '../entries/store/entry-store.ts';
import type { CheckResult } from './file-check.ts';
import { filesIn } from './files-in.ts';
import type { FileKey, FileStore } from './store/file-store.ts';

/** What a scan found in the bytes with this tag. */
export type Scan = {
  readonly tag: string;
  readonly result: Exclude<CheckResult, 'awaited'>;
};

type Deps = {
  readonly store: Pick<EntryStore, 'find' | 'recordFileCheck'>;
  readonly files: Pick<FileStore, 'fingerprint' | 'remove'>;
};

/** What became of a result: `replaced` if other bytes, which have a scan of their own, or none are stored now. */
export type ScanOutcome = 'recorded' | 'removed' | 'replaced' | 'unused';

/**
 * Records the result of a scan at the entry that the file belongs to, and deletes the file if it is malware. Results
 * may be repeated, and be late: for an entry that was withdrawn, erased or revised, or a file that is not confirmed.
 */
export async function recordScan(
  { store, files }: Deps,
  key: FileKey,
  { tag, result }: Scan,
): Promise<ScanOutcome> {
  const stored = await files.fingerprint(key);
  if (stored?.tag !== tag) return 'replaced';
  const sha256 = stored.sha256 ?? (await announced({ store }, key, result));
  const isRecorded =
    sha256 !== undefined && (await store.recordFileCheck(key, key.file, { sha256, result }));
  // Recorded first: if it is interrupted in between, the next attempt still finds the file, and deletes it.
  if (result !== 'malware') return isRecorded ? 'recorded' : 'unused';
  await files.remove(key);
  return 'removed';
}

/**
 * The checksum of a file in parts that was not examined yet is that which its entry says. Only malware counts already:
 * examining copies the file, and the copy is scanned again.
 */
async function announced(
  { store }: Pick<Deps, 'store'>,
  key: FileKey,
  result: Scan['result'],
): Promise<string | undefined> {
  if (result !== 'malware') return undefined;
  const { answers } = (await store.find(key)) ?? {};
  return filesIn(answers).find(({ id }) => id === key.file)?.sha256;
}
