import type { Entry } from '../form/entry.ts';
import type { FileReference } from './file-reference.ts';
import { filesIn } from './files-in.ts';

/** A file that the answers of an entry refer to, unless the entry is withdrawn. */
export function fileInEntry(
  { answers, deletedAt }: Pick<Entry, 'answers' | 'deletedAt'>,
  file: string,
): FileReference | undefined {
  return deletedAt === undefined ? filesIn(answers).find(({ id }) => id === file) : undefined;
}
