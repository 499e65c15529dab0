import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { expect, test } from 'vitest';
import { qrCodeOf, qrCodeToSvg } from './qr-code.ts';

prepareZXingModule({
  overrides: {
    wasmBinary: readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm').buffer,
  },
});

/** Draws the path as a picture, and reads it with another library. */
async function read({ size, path }: ReturnType<typeof qrCodeOf>): Promise<string | undefined> {
  const scale = 4;
  const width = size * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      const start = row * width + Number(x) * scale;
      for (let at = start; at < start + Number(length) * scale; at += 1)
        data.fill(0, at * 4, at * 4 + 3);
    }
  const picture = { data, width, height: width, colorSpace: 'srgb' } as ImageData;
  const [found] = await readBarcodes(picture, { formats: ['QRCode'] });
  return found?.text;
}

test('every address can be read from its code', async () => {
  const part = fc.stringMatching(/^[a-z][a-z\d-]{0,62}$/);
  await fc.assert(
    fc.asyncProperty(part, part, async (host, form) => {
      const address = `https://${host}.example.org/${form}`;
      expect(await read(qrCodeOf(address))).toBe(address);
    }),
    { numRuns: 30 },
  );
});

test('the code has the white edge that readers need, and the file its own colours', () => {
  const code = qrCodeOf('https://forms.example.org/visit');
  const [, x, y] = /^M(\d+) (\d+)/.exec(code.path) ?? [];
  expect([x, y]).toEqual(['4', '4']);
  expect(qrCodeToSvg(code)).toContain(`<path fill="white" d="M0 0h${code.size}`);
});
