import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { signature } from '#core/fields/index.ts';
import { openFields } from '../../testing/open-form.tsx';

/** What was drawn, as words: jsdom has no canvas. */
let drawn: string[] = [];

beforeEach(() => {
  drawn = [];
  const context = {
    measureText: (text: string) => ({ width: text.length * 50 }),
    fillRect: () => void (drawn = []),
    fillText: (text: string) => void drawn.push(text),
    beginPath: () => undefined,
    moveTo: () => undefined,
    lineTo: (x: number, y: number) => void drawn.push(`${x},${y}`),
    stroke: () => undefined,
  };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never);
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((onBlob) => {
    const start = Uint8Array.from('\x89PNG\r\n\x1A\n', (it) => it.charCodeAt(0));
    onBlob(new Blob([start, drawn.join(' ')], { type: 'image/png' }));
  });
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL() {} }),
  );
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function openQuestion() {
  const opened = openFields({ signature: signature({ label: 'Signature' }) });
  const box = await screen.findByLabelText<HTMLInputElement>('Or type your name');
  const canvas = document.querySelector('canvas') as HTMLCanvasElement;
  return { ...opened, box, canvas };
}

const point = (clientX: number, clientY: number) => ({ clientX, clientY, button: 0 });

type Sent = { readonly signature: readonly { readonly size: number; readonly name: string }[] };

test('a name that is typed becomes a picture of it', async () => {
  const { person, box, send } = await openQuestion();
  await person.type(box, 'Zoë');
  await screen.findByRole('button', { name: 'Sign again' });
  expect(drawn).toEqual(['Zoë']);
  const sent = (await send()) as Sent;
  expect(sent.signature).toMatchObject([{ name: 'signature.png', type: 'image/png' }]);
});

test('a signature is drawn with a pointer, and can be drawn again', async () => {
  const { canvas, person, send } = await openQuestion();
  vi.spyOn(canvas, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 450, 150));
  fireEvent.pointerDown(canvas, point(10, 20));
  fireEvent.pointerMove(canvas, point(30, 40));
  fireEvent.pointerUp(canvas, point(30, 40));
  const again = await screen.findByRole('button', { name: 'Sign again' });
  expect(drawn).toEqual(['20,40', '60,80']);
  await person.click(again);
  expect(screen.queryByRole('button', { name: 'Sign again' })).toBeNull();
  expect(drawn).toEqual([]);
  fireEvent.pointerDown(canvas, point(1, 2));
  fireEvent.pointerUp(canvas, point(1, 2));
  await screen.findByRole('button', { name: 'Sign again' });
  expect(((await send()) as Sent).signature).toHaveLength(1);
});

test('a name that is taken back is no signature', async () => {
  const { person, box, press } = await openQuestion();
  await person.type(box, 'Z');
  await screen.findByRole('button', { name: 'Sign again' });
  await person.clear(box);
  await press();
  expect(await screen.findByRole('link', { name: 'Add “Signature”' })).toBeTruthy();
});

test('a signature that is taken back while it is stored does not come back', async () => {
  const disk = new EventTarget();
  const answers = new Promise((resolve) => disk.addEventListener('answer', resolve));
  const { box, person, press, database } = await openQuestion();
  let isSlow = true;
  const read: () => Promise<ArrayBuffer> = Reflect.get(Blob.prototype, 'arrayBuffer');
  vi.spyOn(Blob.prototype, 'arrayBuffer').mockImplementation(async function slowly(this: Blob) {
    if (isSlow) await answers;
    return read.call(this);
  });
  await person.type(box, 'Z');
  isSlow = false;
  await person.clear(box);
  disk.dispatchEvent(new Event('answer'));
  await waitFor(async () => expect(await database((it) => it.count('filePieces'))).toBe(1));
  await press();
  expect(await screen.findByRole('link', { name: 'Add “Signature”' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Sign again' })).toBeNull();
});
