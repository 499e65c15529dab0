import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

const [width, height] = [640, 480];
/** Of YUV: white and black paper, without colour. */
const [white, black, grey] = [235, 16, 128];

/** What Chromium's fake camera shows: a code on white paper, as an uncompressed film (YUV4MPEG2). */
export async function filmOf(
  text: string,
  format: 'QRCode' | 'Code128' | 'EAN13',
): Promise<Buffer> {
  const wasm = fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm'));
  await prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer },
    fireImmediately: true,
  });
  const { symbol, error } = await writeBarcode(text, { format });
  if (error !== '') throw new Error(error);
  const scale = Math.floor(400 / symbol.width);
  // The bars of a linear code are one row.
  const rows = symbol.height === 1 ? 200 : symbol.height * scale;
  const [left, top] = [(width - symbol.width * scale) >> 1, (height - rows) >> 1];
  const light = Buffer.alloc(width * height, white);
  for (let y = 0; y < rows; y += 1)
    for (let x = 0; x < symbol.width * scale; x += 1) {
      const row = symbol.height === 1 ? 0 : Math.floor(y / scale);
      const isBlack = symbol.data[row * symbol.width + Math.floor(x / scale)] === 0;
      if (isBlack) light[(top + y) * width + left + x] = black;
    }
  const frame = [Buffer.from('FRAME\n'), light, Buffer.alloc((width * height) / 2, grey)];
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  return Buffer.concat([head, ...Array.from({ length: 10 }, () => frame).flat()]);
}
