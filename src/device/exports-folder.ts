/** The folder of this site's own storage, which people do not see, where exported files are until they are saved. */
const folderName = 'exports';

export async function openExportsFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(folderName, { create: true });
}

/** For who signs out on a device that others use, too. A file that another tab is writing stays until it is done. */
export async function removeExportsFolder(): Promise<void> {
  try {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(folderName, { recursive: true });
  } catch {
    // There is no such folder, or a browser without such files.
  }
}
