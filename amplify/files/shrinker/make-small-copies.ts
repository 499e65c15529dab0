import type { S3Event } from 'aws-lambda';
import type { FileKey, FileStore } from '#core/files/store/file-store.ts';
import { fileKeyOf } from '../object-key.ts';
import type { DrawnPicture } from './draw-small.ts';

export type SmallCopiesDeps = {
  readonly files: Pick<FileStore, 'readPicture' | 'putSmall' | 'removeSmall'>;
  readonly draw: (picture: Uint8Array<ArrayBuffer>) => Promise<DrawnPicture>;
  /** Writes a line to the log. */
  readonly log: (line: string) => void;
};

/** Bytes. It takes a picture of 50 megapixels to be larger, and the device makes photos smaller before it sends them. */
export const largestPicture = 30_000_000;

/**
 * Makes a small copy of each picture that was confirmed. Whatever is no picture, or cannot be drawn, has none: only
 * a failing bucket throws, so that nothing is tried again that would fail again. Repeating it is harmless.
 */
export async function makeSmallCopies(
  { files, draw, log }: SmallCopiesDeps,
  { Records }: Pick<S3Event, 'Records'>,
): Promise<void> {
  for (const { s3 } of Records) {
    const key = fileKeyOf(decoded(s3.object.key));
    const outcome = key ? await makeSmallCopy({ files, draw }, key) : 'not-ours';
    log(JSON.stringify({ event: 'confirmed', outcome }));
  }
}

/** @returns what became of it */
async function makeSmallCopy(
  { files, draw }: Omit<SmallCopiesDeps, 'log'>,
  key: FileKey,
): Promise<string> {
  const picture = await files.readPicture(key, largestPicture);
  const drawn = picture ? await draw(picture) : 'no-picture';
  if (typeof drawn !== 'string') {
    await files.putSmall(key, drawn);
    return 'drawn';
  }
  // An earlier attempt may have stored one before it failed, and the file may have been deleted since.
  await files.removeSmall(key);
  return drawn;
}

/** Keys in events are written as in a form. */
function decoded(key: string): string {
  return decodeURIComponent(key.replaceAll('+', ' '));
}
