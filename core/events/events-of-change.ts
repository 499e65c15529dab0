import type { StoredEntry } from '../entries/store/entry-store.ts';
import { resultOf } from '../files/file-check.ts';
import type { FileReference } from '../files/file-reference.ts';
import { filesIn } from '../files/files-in.ts';
import type { EntryEvent } from './webhook.ts';

/**
 * What a change of an entry means to those who are told about it. An entry on hold is no response yet: they learn of
 * it once an owner releases it.
 * @param before the entry before the change, unless it is new
 */
export function eventsOfChange(
  before: StoredEntry | undefined,
  after: StoredEntry,
): readonly EntryEvent[] {
  if (after.onHold) return [];
  const isNew = !before || before.onHold !== undefined;
  const isGone = after.deletedAt !== undefined || after.erased === true;
  if (isNew) return isGone ? [] : ['created', ...filesComplete(undefined, after)];
  if (after.erased) return before.erased ? [] : ['erased'];
  if (isGone) return before.deletedAt === undefined ? ['withdrawn'] : [];
  if (before.deletedAt !== undefined) return ['restored'];
  const revised = after.version > before.version ? (['revised'] as const) : [];
  return [...revised, ...filesComplete(before, after), ...reviewed(before, after)];
}

function filesComplete(before: StoredEntry | undefined, after: StoredEntry): readonly EntryEvent[] {
  if (!hasAllFiles(after)) return [];
  return before && hasAllFiles(before) ? [] : ['files_complete'];
}

/** Another review counts. One about an older version than that of the review that counts changes nothing. */
function reviewed(before: StoredEntry, { review }: StoredEntry): readonly EntryEvent[] {
  return review !== undefined && review.id !== before.review?.id ? ['reviewed'] : [];
}

/** Whether the entry has files, and all of them have arrived, with the results of their scans if there are scans. */
function hasAllFiles(entry: StoredEntry): boolean {
  const { answers, filesArrived = [] } = entry;
  const files = filesIn(answers);
  const isHere = (file: FileReference) =>
    filesArrived.includes(file.id) && resultOf(entry, file) !== 'awaited';
  return files.length > 0 && files.every(isHere);
}
