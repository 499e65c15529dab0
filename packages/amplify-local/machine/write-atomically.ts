import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Replaces a file's content so that after a crash it has the old content or the new one, never a part. */
export async function writeAtomically(file: string, text: string | Buffer): Promise<void> {
  const draft = `${file}.tmp`;
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}
