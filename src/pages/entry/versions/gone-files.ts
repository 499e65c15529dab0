import { filesIn } from '#core/files/files-in.ts';

/** The ids of the files of some answers to which others do not refer: nobody has them any more. */
export function goneFiles(some: unknown, others: unknown): ReadonlySet<string> {
  const kept = new Set(filesIn(others).map(({ id }) => id));
  return new Set(filesIn(some).flatMap(({ id }) => (kept.has(id) ? [] : [id])));
}
