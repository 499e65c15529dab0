import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { file } from '#core/fields/index.ts';
import { openFields } from '../../testing/open-form.tsx';

let urls: string[] = [];

beforeEach(() => {
  urls = [];
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: () => {
        urls.push(`blob:${urls.length}`);
        return urls.at(-1) ?? '';
      },
      revokeObjectURL: (url: string) => void (urls = urls.filter((it) => it !== url)),
    }),
  );
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const pdf = (name: string, text = 'proof') => new File([`%PDF-1.7 ${text}`], name);
const png = new File(['\x89PNG\r\n\x1A\n'].map(bytesOf), 'map.png', { type: 'image/png' });

function bytesOf(text: string) {
  return Uint8Array.from(text, (it) => it.charCodeAt(0));
}

async function openQuestion(more: { readonly most?: number; readonly largest?: number } = {}) {
  const opened = openFields({
    paper: file({ label: 'Proof', types: ['application/pdf', 'image/png'], most: 2, ...more }),
  });
  const input = await screen.findByLabelText<HTMLInputElement>(/^Proof Choose/);
  return { ...opened, input, pick: (...files: File[]) => opened.person.upload(input, files) };
}

test('files are chosen, listed, and sent as references to their bytes', async () => {
  const { pick, send } = await openQuestion();
  await pick(pdf('../first.pdf'), pdf('second.pdf'));
  await screen.findByText('second.pdf');
  const sent = (await send()) as { paper: object[] };
  expect(sent.paper).toMatchObject([
    { name: 'first.pdf', type: 'application/pdf', size: 14 },
    { name: 'second.pdf', type: 'application/pdf', size: 14 },
  ]);
});

test('a file that is removed can be brought back, where it was', async () => {
  const { pick, person, send } = await openQuestion();
  await pick(pdf('first.pdf'), pdf('second.pdf'));
  await screen.findByText('second.pdf');
  await person.click(await screen.findByRole('button', { name: 'Remove first.pdf' }));
  await screen.findByText('first.pdf removed');
  expect(screen.queryByRole('button', { name: 'Remove first.pdf' })).toBeNull();
  await person.click(screen.getByRole('button', { name: 'Undo' }));
  const sent = (await send()) as { paper: { name: string }[] };
  expect(sent.paper.map(({ name }) => name)).toEqual(['first.pdf', 'second.pdf']);
});

test.each([
  ['empty', new File([], 'empty.pdf'), /empty\.pdf was not added: it is empty/],
  ['too large', pdf('large.pdf', 'x'.repeat(100)), /larger than 50\s?(B|byte)/],
  [
    'a page',
    new File(['<html>'], 'page.pdf'),
    /page\.pdf was not added: it is a file of another type/,
  ],
])('a file that is %s is not added, and the person is told why', async (_, wrong, message) => {
  const { pick } = await openQuestion({ largest: 50 });
  await pick(pdf('good.pdf'));
  await screen.findByText('good.pdf added');
  await pick(wrong);
  expect(await screen.findByText(message)).toBeTruthy();
  const list = screen.getByRole('list');
  expect(within(list).getAllByRole('listitem')).toHaveLength(1);
});

test('a form is sent once the file that is being added is there, and not without it', async () => {
  const { pick, press, sent } = await openQuestion();
  const disk = new EventTarget();
  const answers = new Promise((resolve) => disk.addEventListener('answer', resolve));
  const slow = pdf('slow.pdf');
  const slice = slow.slice.bind(slow);
  slow.slice = (from, to) => {
    const piece = slice(from, to);
    const read = piece.arrayBuffer.bind(piece);
    return Object.assign(piece, { arrayBuffer: () => answers.then(read) });
  };
  await pick(pdf('first.pdf'), slow);
  await screen.findByText('first.pdf');
  await press();
  expect(sent).toEqual([]);
  disk.dispatchEvent(new Event('answer'));
  await screen.findByRole('heading', { name: 'Sent' });
  expect(sent[0]?.body).toMatchObject({ paper: [{ name: 'first.pdf' }, { name: 'slow.pdf' }] });
});

test('there are not more files than the question allows', async () => {
  const { pick } = await openQuestion();
  await pick(pdf('a.pdf'), pdf('b.pdf'), pdf('c.pdf'));
  expect(await screen.findByText(/There can be 2 files at most/)).toBeTruthy();
  expect(within(screen.getByRole('list')).getAllByRole('listitem')).toHaveLength(2);
});

test('a picture is shown from the device, and its memory is freed with it', async () => {
  const { pick, person } = await openQuestion();
  await pick(png);
  expect((await screen.findByRole<HTMLImageElement>('img')).src).toBe('blob:0');
  await person.click(screen.getByRole('button', { name: 'Remove map.png' }));
  await waitFor(() => expect(urls).toEqual([]));
});

test('without a file the person is told to add one', async () => {
  const { press } = await openQuestion();
  await press();
  expect(await screen.findByRole('link', { name: 'Add “Proof”' })).toBeTruthy();
});
