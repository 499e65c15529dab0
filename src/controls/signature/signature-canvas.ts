/** In pixels of the picture, which is drawn as wide as the page allows. */
export const width = 900;
export const height = 300;

/** Ink on paper, whatever the colours of the page. */
const ink = '#14213d';
const paper = '#ffffff';

export function clear(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  return context;
}

/** Writes a name as large as there is space for it. */
export function drawName(canvas: HTMLCanvasElement, name: string): void {
  const context = clear(canvas);
  if (!context) return;
  context.fillStyle = ink;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = fontOf(120);
  const size = Math.min(120, (120 * width * 0.9) / Math.max(1, context.measureText(name).width));
  context.font = fontOf(size);
  context.fillText(name, width / 2, height / 2);
}

function fontOf(size: number): string {
  return `italic ${size}px "Snell Roundhand", "Segoe Script", "URW Chancery L", cursive, serif`;
}

export type Point = { readonly x: number; readonly y: number };

/** A line from one point to the next, or a dot. */
export function drawLine(canvas: HTMLCanvasElement, from: Point, to: Point): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  context.strokeStyle = ink;
  context.lineWidth = 6;
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
}

/** The picture as a file. */
export async function pictureOf(canvas: HTMLCanvasElement): Promise<File | undefined> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob ? new File([blob], 'signature.png', { type: blob.type }) : undefined;
}
