import type { StoredEntry } from '../entries/store/entry-store.ts';
import { fileInEntry } from './file-in-entry.ts';
import { afterResult, resultOf, type FileCheck, type FileChecks } from './file-check.ts';
import { filesIn } from './files-in.ts';

/** What an entry records about its files beside the answers. It changes at any time, without a new version. */
export type FileRecords = {
  readonly filesArrived: readonly string[] | undefined;
  readonly fileChecks: FileChecks | undefined;
};

/**
 * After a file has arrived; `undefined` if the entry is withdrawn, does not refer to it, or malware was found in it.
 * @param isScanned it stays closed until the result of its scan arrives, if that is not there already
 */
export function withArrived(
  entry: StoredEntry,
  id: string,
  isScanned: boolean,
): FileRecords | undefined {
  const { filesArrived = [], fileChecks } = entry;
  const file = fileInEntry(entry, id);
  if (!file || resultOf(entry, file) === 'malware') return undefined;
  const awaited = { sha256: file.sha256, result: 'awaited' } as const;
  return {
    filesArrived: [...filesArrived.filter((it) => it !== id), id],
    fileChecks: isScanned
      ? { ...fileChecks, [id]: afterResult(fileChecks?.[id], awaited) }
      : fileChecks,
  };
}

/**
 * After a scan of some bytes under the id of a file, which has not arrived any more if they are malware. It leaves the
 * records as they are if the entry refers to other bytes; `undefined` if the entry is erased.
 */
export function withCheck(
  entry: StoredEntry,
  id: string,
  check: FileCheck,
): FileRecords | undefined {
  const { answers, erased, filesArrived, fileChecks } = entry;
  if (erased) return undefined;
  const file = filesIn(answers).find((it) => it.id === id);
  const known = fileChecks?.[id];
  const next = afterResult(known, check);
  if (next === known || (file && file.sha256 !== check.sha256)) return { filesArrived, fileChecks };
  return {
    filesArrived:
      next.result === 'malware' ? filesArrived?.filter((it) => it !== id) : filesArrived,
    fileChecks: { ...fileChecks, [id]: next },
  };
}

/** Without files that the entry does not refer to any more. */
export function withoutRecords(
  { filesArrived, fileChecks }: StoredEntry,
  ids: readonly string[],
): FileRecords {
  return {
    filesArrived: filesArrived?.filter((it) => !ids.includes(it)),
    fileChecks:
      fileChecks &&
      Object.fromEntries(Object.entries(fileChecks).filter(([id]) => !ids.includes(id))),
  };
}
