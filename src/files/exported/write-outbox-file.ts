import { fileName } from '#core/files/file-name.ts';
import { isFileType } from '#core/files/file-types.ts';
import { filesIn } from '#core/files/files-in.ts';
import type { StoredTransfer } from '../../device/device-database.ts';
import type { QueuedChange } from '../../outbox/changes/queued-change.ts';
import type { DeviceFiles } from '../device-files.ts';
import { createSha256 } from '../sha256.ts';
import { isExportable, toFile, type ExportedFile } from './outbox-file.ts';

type Files = Pick<DeviceFiles, 'readPieces'>;

/** `sha256` is not known of the files of entries that were delivered before. */
type Listed = Omit<ExportedFile, 'sha256'> & { readonly sha256?: string };

/**
 * Changes as a file for another device: JSON, or a ZIP archive with the bytes of their files, and of those that wait
 * although their entry was delivered.
 */
export async function writeOutboxFile(
  files: Files,
  changes: readonly QueuedChange[],
  transfers: readonly StoredTransfer[],
): Promise<Blob> {
  const listed = [...listedIn(changes), ...transfers.map(withoutReference)];
  const unique = listed.filter(({ id }, at) => listed.findIndex((it) => it.id === id) === at);
  const here = await onThisDevice(files, unique);
  if (here.length === 0)
    return new Blob([toFile({ changes, files: [] })], { type: 'application/json' });
  const { writeZip } = await import('../../zip/write-zip.ts');
  const archive = writeZip(zipped(files, changes, here));
  return new Response(archive, { headers: { 'Content-Type': 'application/zip' } }).blob();
}

function listedIn(changes: readonly QueuedChange[]): readonly Listed[] {
  return changes.filter(isExportable).flatMap(({ author, form, entry, answers }) =>
    filesIn(answers).map(({ id, name, type, size, sha256 }) => ({
      // With its name, for a person who looks into the archive.
      path: isFileType(type) ? `files/${id}/${fileName(name, type)}` : `files/${id}`,
      id,
      size,
      sha256,
      author,
      form,
      entry,
    })),
  );
}

function withoutReference({ file: id, size, author, form, entry }: StoredTransfer): Listed {
  return { path: `files/${id}`, id, size, author, form, entry };
}

async function onThisDevice(files: Files, listed: readonly Listed[]) {
  const found: Listed[] = [];
  for (const it of listed) if (await files.readPieces(it.id)) found.push(it);
  return found;
}

/** The list comes last: a file may be delivered, and deleted here, while the archive is written. */
async function* zipped(files: Files, changes: readonly QueuedChange[], here: readonly Listed[]) {
  const written: ExportedFile[] = [];
  for (const it of here) {
    const sha256 = it.sha256 ?? (await checksumOf(files, it));
    const bytes = await files.readPieces(it.id);
    if (!bytes || sha256 === undefined) continue;
    yield { name: it.path, bytes };
    written.push({ ...it, sha256 });
  }
  yield { name: 'outbox.json', bytes: toFile({ changes, files: written }) };
}

async function checksumOf(files: Files, { id, size }: Listed): Promise<string | undefined> {
  const checksum = await createSha256(size);
  const pieces = await files.readPieces(id);
  if (!pieces) return undefined;
  for await (const piece of pieces) checksum.add(piece);
  return checksum.result();
}
