import { exportsFolder } from '../../../device/exports-folder.ts';

/** A file of this site that people do not see, for what is too large for memory. */
export type TemporaryFile = {
  /** @returns false if there is no room for it */
  append(text: string): Promise<boolean>;
  /** The file, which is read from the disk when it is needed; undefined if there is no room for it. */
  close(): Promise<File | undefined>;
  remove(): Promise<void>;
};

/** Milliseconds: a browser copies the file to the downloads when it likes to. */
export const lifetime = 10 * 60_000;

/** Undefined where the browser has no such files: before Safari 26, and in some private windows. */
export async function createTemporaryFile(): Promise<TemporaryFile | undefined> {
  try {
    const folder = await openFolder();
    await removeOldFiles(folder);
    const name = crypto.randomUUID();
    const handle = await folder.getFileHandle(name, { create: true });
    const disk = await handle.createWritable();
    return {
      append: (text) => isDone(disk.write(text)),
      close: async () => ((await isDone(disk.close())) ? handle.getFile() : undefined),
      async remove() {
        await disk.abort().catch(() => undefined);
        await folder.removeEntry(name).catch(() => undefined);
      },
    };
  } catch {
    return undefined;
  }
}

async function isDone(step: Promise<void>): Promise<boolean> {
  return step.then(
    () => true,
    () => false,
  );
}

/** Removes files that nobody needs any more: their tab was closed before it could. */
export async function removeLeftFiles(): Promise<void> {
  try {
    await removeOldFiles(await openFolder());
  } catch {
    // There is no such folder.
  }
}

async function openFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(exportsFolder, { create: true });
}

async function removeOldFiles(folder: FileSystemDirectoryHandle): Promise<void> {
  const oldest = Date.now() - lifetime;
  for await (const handle of folder.values()) {
    if (handle.kind !== 'file') continue;
    const { lastModified } = await handle.getFile();
    // Fails if another tab is writing it.
    if (lastModified < oldest) await folder.removeEntry(handle.name).catch(() => undefined);
  }
}
