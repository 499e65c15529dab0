import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { isRecord } from '#core/values/is-record.ts';
import { pictureSize } from '#core/files/picture-size.ts';
import { drawPicture } from './draw-picture.ts';

/** A small copy, in WebP, or why there is none. */
export type DrawnPicture = Uint8Array<ArrayBuffer> | 'no-picture' | 'too-large' | 'undrawable';

/** A decoded picture has four bytes a pixel, and is in the function's memory twice. */
export const mostPixels = 50_000_000;

/** Milliseconds. A picture of 50 megapixels takes about five seconds; one that is made to take long, forever. */
const timeToDraw = 25_000;

/**
 * Draws a small copy of a picture of unknown origin: in a thread of its own, which ends with it, or when it takes too
 * long. So whatever a damaged picture does to a decoder, the next one finds it new.
 */
export async function drawSmall(picture: Uint8Array<ArrayBuffer>): Promise<DrawnPicture> {
  const size = pictureSize(picture);
  if (!size) return 'no-picture';
  if (size.width * size.height > mostPixels) return 'too-large';
  // In the bundle, this is the file with everything.
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { picture },
    stdout: true,
    stderr: true,
  });
  try {
    return await new Promise((resolve) => {
      const fail = () => resolve('undrawable');
      setTimeout(fail, timeToDraw).unref();
      worker.once('message', (drawn: Uint8Array<ArrayBuffer>) => resolve(drawn));
      worker.once('error', fail);
      worker.once('exit', fail);
    });
  } finally {
    await worker.terminate();
  }
}

/** In the thread that draws. */
if (!isMainThread && isRecord(workerData) && workerData['picture'] instanceof Uint8Array)
  parentPort?.postMessage(await drawPicture(new Uint8Array(workerData['picture'])));
