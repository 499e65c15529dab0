// oxlint-disable-next-line import/default -- Vite exports the address of the file
import workerUrl from './photo-worker.ts?worker&url';
import { trustScript } from '../../device/trusted-scripts.ts';
import { withTimeout } from '../../device/timeout.ts';

export type PhotoToDraw = {
  readonly file: Blob;
  /** In pixels. */
  readonly longestEdge: number;
  /** In bytes. */
  readonly largest: number;
};

export type DrawnPhoto = Blob | 'no-picture' | 'too-large';

/** Milliseconds: a phone takes one or two seconds. */
const timeout = 60_000;

/** Draws a photo again, smaller, in a thread of its own, so that the page goes on meanwhile. */
export async function drawPhoto(photo: PhotoToDraw): Promise<DrawnPhoto> {
  trustScript(workerUrl);
  const worker = new Worker(workerUrl, { type: 'module' });
  const answer = new Promise<DrawnPhoto>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<DrawnPhoto>) => resolve(data));
    worker.addEventListener('error', () => resolve('no-picture'));
  });
  worker.postMessage(photo);
  try {
    return await withTimeout('storage', timeout, answer);
  } finally {
    worker.terminate();
  }
}
