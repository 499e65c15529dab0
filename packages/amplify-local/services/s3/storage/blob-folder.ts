import { randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/** Bytes that were uploaded together, in a file of their own. An object in parts has several, in order. */
export type Segment = { readonly blob: string; readonly size: number };

export type BlobFolder = {
  /** Resolves once the bytes would survive a crash. Until metadata refers to them, nobody sees them. */
  write(content: AsyncIterable<Buffer>): Promise<Segment>;
  /** Streams a range of the bytes; `to` is the last. They stay on disk until the stream is closed. */
  read(segments: readonly Segment[], from: number, to: number): Readable;
  /** Deletes files, those that are being read once they are not. */
  delete(blobs: readonly string[]): void;
};

/**
 * The folder with the bytes of all objects. The names of its files are random, so no key of an object can reach
 * another file. Files that nothing refers to, which a crash leaves behind, are deleted at once.
 */
export function openBlobFolder(
  folder: string,
  isReferenced: (blob: string) => boolean,
): BlobFolder {
  mkdirSync(folder, { recursive: true });
  const fileOf = (blob: string) => join(folder, blob);
  for (const file of readdirSync(folder)) if (!isReferenced(file)) rmSync(fileOf(file));
  const readers = new Map<string, number>();
  const deleted = new Set<string>();

  const deleteFile = (blob: string) => void rm(fileOf(blob), { force: true }).catch(() => {});

  function stopReading(segments: readonly Segment[]): void {
    for (const { blob } of segments) {
      const others = (readers.get(blob) ?? 1) - 1;
      if (others > 0) readers.set(blob, others);
      else {
        readers.delete(blob);
        if (deleted.delete(blob)) deleteFile(blob);
      }
    }
  }

  return {
    async write(content) {
      const blob = randomUUID();
      let size = 0;
      const handle = await open(fileOf(blob), 'wx', 0o600);
      try {
        for await (const bytes of content) {
          await handle.writeFile(bytes);
          size += bytes.length;
        }
        await handle.sync();
      } catch (thrown) {
        deleteFile(blob);
        throw thrown;
      } finally {
        await handle.close();
      }
      await syncFolder(folder);
      return { blob, size };
    },

    read(segments, from, to) {
      for (const { blob } of segments) readers.set(blob, (readers.get(blob) ?? 0) + 1);
      const stream = Readable.from(bytesOf(segments, fileOf, from, to), { objectMode: false });
      return stream.once('close', () => stopReading(segments));
    },

    delete(blobs) {
      for (const blob of blobs) {
        if (readers.has(blob)) deleted.add(blob);
        else deleteFile(blob);
      }
    },
  };
}

async function* bytesOf(
  segments: readonly Segment[],
  fileOf: (blob: string) => string,
  from: number,
  to: number,
): AsyncGenerator<Buffer> {
  let start = 0;
  for (const { blob, size } of segments) {
    const [first, last] = [Math.max(from - start, 0), Math.min(to - start, size - 1)];
    if (first <= last) yield* createReadStream(fileOf(blob), { start: first, end: last });
    start += size;
  }
}

/** A new file is in its folder after a crash only if that was written too. Windows has no such call. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
