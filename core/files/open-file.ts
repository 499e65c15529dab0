import type { Problem, ProblemCode } from '../api/problem.ts';
import type { EntryStore } from '../entries/store/entry-store.ts';
import { err, ok, type Result } from '../values/result.ts';
import type { ClosedBecause } from './file-check.ts';
import { findFile } from './find-file.ts';
import type { FileKey, FileStore } from './store/file-store.ts';

type Deps = {
  readonly store: Pick<EntryStore, 'find'>;
  readonly files: Pick<FileStore, 'link' | 'smallLink'>;
};

/**
 * Where a file can be downloaded for a few minutes. One that has not arrived is not found, and neither is the small
 * copy of a file that has none: of what is no picture, or cannot be drawn, or arrived a moment ago. Where files are
 * scanned for malware, one is closed until nothing was found in it.
 */
export async function openFile(
  { store, files }: Deps,
  wanted: FileKey,
  isSmall: boolean,
): Promise<Result<{ readonly url: string }, Problem>> {
  const found = await findFile({ store }, wanted);
  if (!found.ok) return err({ code: 'not_found' });
  const { key, file, hasArrived, closedBecause } = found.value;
  if (closedBecause === 'malware') return err({ code: problemOf.malware });
  if (!hasArrived) return err({ code: 'not_found' });
  if (closedBecause) return err({ code: problemOf[closedBecause] });
  const url = await (isSmall ? files.smallLink(key) : files.link(key, file));
  return url === undefined ? err({ code: 'not_found' }) : ok({ url });
}

const problemOf = {
  awaited: 'file_being_checked',
  impossible: 'file_not_checked',
  malware: 'file_has_malware',
} as const satisfies Record<ClosedBecause, ProblemCode>;
