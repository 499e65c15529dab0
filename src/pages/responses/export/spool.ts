import { createTemporaryFile, type TemporaryFile } from './temporary-file.ts';

/** Text that is written piece by piece and read at the end: on the disk, so that it may be larger than memory. */
export type Spool = {
  write(text: string): void;
  /** Waits until the disk has what was written. @returns false if there is no room for it */
  settled(): Promise<boolean>;
  /** All that was written; undefined if there was no room for it. Nothing can be written any more. */
  close(): Promise<readonly BlobPart[] | undefined>;
  /** Deletes what is on the disk. */
  discard(): Promise<void>;
};

/** In UTF-16 units: a page of responses at a time would be many small writes. */
const pieceLength = 1_000_000;

/** A browser that has no files of its own keeps the pieces in memory. */
export async function openSpool(): Promise<Spool> {
  const file = await createTemporaryFile();
  return file ? spoolTo(file) : spoolInMemory();
}

function spoolTo(file: TemporaryFile): Spool {
  let waiting = '';
  let fits = true;
  let writing = Promise.resolve();
  const append = async (before: Promise<void>, piece: string) => {
    await before;
    if (fits) fits = await file.append(piece);
  };
  const flush = () => {
    const piece = waiting;
    waiting = '';
    writing = append(writing, piece);
  };
  return {
    write(text) {
      waiting += text;
      if (waiting.length >= pieceLength) flush();
    },
    async settled() {
      await writing;
      return fits;
    },
    async close() {
      flush();
      await writing;
      const closed = fits ? await file.close() : undefined;
      return closed && [closed];
    },
    async discard() {
      await writing;
      await file.remove();
    },
  };
}

function spoolInMemory(): Spool {
  const pieces: string[] = [];
  let waiting = '';
  return {
    write(text) {
      waiting += text;
      if (waiting.length < pieceLength) return;
      pieces.push(waiting);
      waiting = '';
    },
    settled: async () => true,
    close: async () => [...pieces, waiting],
    discard: async () => {},
  };
}

/** The texts that a spool has, a piece at a time. */
export async function* piecesOf(parts: readonly BlobPart[]): AsyncGenerator<string> {
  for (const part of parts) {
    if (typeof part === 'string') yield part;
    if (!(part instanceof Blob)) continue;
    const reader = part.stream().pipeThrough(new TextDecoderStream()).getReader();
    // oxlint-disable-next-line house/bounded-waits -- the disk answers
    for (let it = await reader.read(); !it.done; it = await reader.read()) yield it.value;
  }
}
