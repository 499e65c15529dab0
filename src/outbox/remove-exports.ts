import { exportsFolder } from '../device/exports-folder.ts';

/** For who signs out on a device that others use, too. A file that another tab is writing stays until it is done. */
export async function removeExports(): Promise<void> {
  try {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(exportsFolder, { recursive: true });
  } catch {
    // There is no such folder, or a browser without such files.
  }
}
