import type { EntryKey } from '#core/entries/store/entry-store.ts';
import type { FileKey } from '#core/files/store/file-store.ts';
import { isUuid } from '#core/values/id.ts';

/** The object of a file. Nothing in its key comes from whoever sends the file, except two UUIDs. */
export function objectKey({ file, ...entry }: FileKey): string {
  return `${objectPrefix(entry)}${file}`;
}

/** The file that an object has; `undefined` if it is another object. */
export function fileKeyOf(key: string): FileKey | undefined {
  const [form = '', username = '', id = '', file = '', ...others] = key.split('/');
  if (others.length > 0 || !isUuid(id) || !isUuid(file)) return undefined;
  return { form, username: decodeURIComponent(username), id, file };
}

/** The object of the small copy of a picture. */
export function smallObjectKey(key: FileKey): string {
  return objectKey(key) + smallEnding;
}

/** What the keys of all small copies end with, and no other keys do. */
export const smallEnding = '.small';

/** What the keys of all files of an entry begin with. */
export function objectPrefix({ form, username, id }: EntryKey): string {
  // A pool may have usernames with a slash.
  return `${form}/${encodeURIComponent(username)}/${id}/`;
}
