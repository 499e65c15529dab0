import { err, ok, type Result } from '#core/values/result.ts';
import type { StorageFailure } from '../../device/storage-failure.ts';
import type { ImportFailure, ReadOutbox, UnreadableFile } from '../../outbox/outbox-files.ts';
import type { DeviceFiles } from '../device-files.ts';
import { readOutboxFile, type ZippedExport } from './read-outbox-file.ts';

type Deps = {
  readonly files: Pick<DeviceFiles, 'bringBack' | 'remove'>;
  /** Whether answers to this form must not be stored on a device. */
  readonly isSensitiveForm: (form: string) => boolean;
};

/** Stores the bytes that another device has exported, all or none, and reads the rest. */
export async function storeOutboxFile(
  { files, isSensitiveForm }: Deps,
  file: Blob,
  author: string,
): Promise<Result<ReadOutbox, ImportFailure>> {
  const read = await readOutboxFile(file, author);
  if (!read.ok) return read;
  const { changes, files: exported } = read.value;
  const mustNotBeHere =
    changes.some((it) => it.answers && (it.isSensitive || isSensitiveForm(it.form))) ||
    exported.some((it) => isSensitiveForm(it.form));
  if (mustNotBeHere) return err('online-only');
  const stored = await storeFiles(files, exported);
  if (!stored.ok) return stored;
  const transfers = exported.map(({ author, form, entry, size, id }) => ({
    author,
    form,
    entry,
    size,
    file: id,
    sent: 0,
  }));
  return ok({ changes, transfers });
}

async function storeFiles(
  device: Deps['files'],
  files: ZippedExport['files'],
): Promise<Result<'stored', UnreadableFile | StorageFailure>> {
  const added: string[] = [];
  for (const file of files) {
    const outcome = await storeFile(device, file);
    if (outcome === 'added') added.push(file.id);
    if (outcome === 'added' || outcome === 'was-here') continue;
    // If the disk fails here too, the sweep removes them later.
    await device.remove(added).catch(() => undefined);
    return err(outcome);
  }
  return ok('stored');
}

async function storeFile(
  device: Deps['files'],
  file: ZippedExport['files'][number],
): Promise<'added' | 'was-here' | 'damaged' | StorageFailure> {
  const bytes = await file.read();
  if (!bytes) return 'damaged';
  const stored = await device.bringBack(file.author, file, bytes);
  if (stored.ok) return stored.value;
  const { problem } = stored;
  return problem === 'no-room' || problem === 'no-answer' || problem === 'blocked'
    ? problem
    : 'damaged';
}
