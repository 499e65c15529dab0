import type { PhotoToDraw, DrawnPhoto } from './draw-photo.ts';

/** In a worker of its own; TypeScript knows the page. */
const page = globalThis as unknown as Pick<Worker, 'addEventListener' | 'postMessage'>;

/** From the best to the smallest. */
const qualities = [0.85, 0.7, 0.5, 0.3];

page.addEventListener('message', ({ data }: MessageEvent<PhotoToDraw>) => {
  void drawn(data)
    .catch((): DrawnPhoto => 'no-picture')
    .then((it) => page.postMessage(it));
});

/** Draws the picture as it looks, which leaves behind everything that the file says about it. */
async function drawn({ file, longestEdge, largest }: PhotoToDraw): Promise<DrawnPhoto> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, longestEdge / Math.max(picture.width, picture.height));
  const [width, height] = [picture.width, picture.height].map((it) =>
    Math.max(1, Math.round(it * scale)),
  ) as [number, number];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return 'no-picture';
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  picture.close();
  for (const quality of qualities) {
    const photo = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (photo.size <= largest) return photo;
  }
  return 'too-large';
}
