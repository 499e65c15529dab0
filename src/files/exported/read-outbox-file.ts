import { err, ok, type Result } from '#core/values/result.ts';
import { readZip, type ZippedFile } from '../../zip/read-zip.ts';
import type { UnreadableFile } from '../../outbox/outbox-files.ts';
import { fromFile, type ExportedFile, type ExportedOutbox } from './outbox-file.ts';

export type ZippedExport = Pick<ExportedOutbox, 'changes'> & {
  readonly files: readonly (ExportedFile & Pick<ZippedFile, 'read'>)[];
};

/** In bytes: more than any outbox, and what a phone can read at once. */
const longestText = 50_000_000;

const listName = 'outbox.json';

/** What another device has exported: JSON, or a ZIP archive, perhaps unpacked and packed again by a computer. */
export async function readOutboxFile(
  file: Blob,
  author: string,
): Promise<Result<ZippedExport, UnreadableFile>> {
  const beginning = await file.slice(0, 2).text();
  const zipped = beginning === 'PK' ? await readZip(file) : [];
  if (!zipped) return err('not-an-outbox');
  const list = zipped
    .filter(({ name }) => name.split('/').at(-1) === listName)
    .toSorted((a, b) => a.name.length - b.name.length)[0];
  const text = list ? list.size <= longestText && (await list.read()) : file;
  if (!text || text.size > longestText) return err('not-an-outbox');
  const read = fromFile(await text.text(), author);
  if (!read.ok) return read;
  const folder = list?.name.slice(0, -listName.length) ?? '';
  const files = read.value.files.map((it) => {
    const bytes = zipped.find(({ name }) => name === `${folder}${it.path}`);
    return bytes && bytes.size === it.size ? { ...it, read: bytes.read } : undefined;
  });
  const found = files.filter((it) => it !== undefined);
  if (found.length < files.length) return err('damaged');
  return ok({ changes: read.value.changes, files: found });
}
