import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { audio } from '#core/fields/index.ts';
import { openFields } from '../../testing/open-form.tsx';

/** What a microphone does, and what a recorder is told: jsdom has neither. */
let isOpen = false;
let denial: string | undefined;
let recorders: FakeRecorder[] = [];

class FakeRecorder extends EventTarget {
  static isTypeSupported = (type: string) => type.startsWith('audio/webm');
  state = 'inactive';
  bytes: BlobPart[] = [Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3), 'a voice'];
  constructor() {
    super();
    recorders.push(this);
  }
  start() {
    this.state = 'recording';
  }
  stop() {
    this.state = 'inactive';
    const data = new Blob(this.bytes);
    this.dispatchEvent(Object.assign(new Event('dataavailable'), { data }));
    this.dispatchEvent(new Event('stop'));
  }
}

beforeEach(() => {
  [isOpen, denial, recorders] = [false, undefined, []];
  vi.stubGlobal('MediaRecorder', FakeRecorder);
  Object.defineProperty(navigator, 'mediaDevices', {
    configurable: true,
    value: {
      async getUserMedia() {
        if (denial !== undefined) throw new DOMException('', denial);
        isOpen = true;
        return { getTracks: () => [{ stop: () => (isOpen = false) }] };
      },
    },
  });
  const addresses = { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined };
  vi.stubGlobal('URL', Object.assign(URL, addresses));
});

afterEach(() => {
  cleanup();
  Reflect.deleteProperty(navigator, 'mediaDevices');
  vi.unstubAllGlobals();
});

const record = () => screen.findByRole('button', { name: 'Interview Record' });
const stop = () => screen.findByRole('button', { name: 'Interview Stop recording' });

async function openQuestion(more: { readonly most?: number; readonly longest?: number } = {}) {
  const opened = openFields({ talk: audio({ label: 'Interview', ...more }) });
  await screen.findByLabelText(/^Interview Choose/);
  return opened;
}

type Sent = { readonly talk: readonly { readonly name: string }[] };

test('a recording is made, played, and sent as a reference to its bytes', async () => {
  const { person, send } = await openQuestion();
  await person.click(await record());
  await person.click(await stop());
  const player = await screen.findByLabelText<HTMLAudioElement>('recording-1.weba');
  expect(player.controls).toBe(true);
  expect(isOpen).toBe(false);
  const sent = (await send()) as Sent;
  expect(sent.talk).toMatchObject([{ name: 'recording-1.weba', type: 'audio/webm', size: 11 }]);
});

test('pressing the button of the form ends the recording, and sends it', async () => {
  const { person, send } = await openQuestion();
  await person.click(await record());
  await stop();
  expect(((await send()) as Sent).talk).toHaveLength(1);
});

test('a recording that is removed can be brought back', async () => {
  const { person, send } = await openQuestion({ most: 2 });
  for (const name of ['recording-1.weba', 'recording-2.weba']) {
    await person.click(await record());
    await person.click(await stop());
    await screen.findByText(name);
  }
  await person.click(screen.getByRole('button', { name: 'Remove recording-1.weba' }));
  await person.click(await screen.findByRole('button', { name: 'Undo' }));
  const names = ((await send()) as Sent).talk.map(({ name }) => name);
  expect(names).toEqual(['recording-1.weba', 'recording-2.weba']);
});

test.each([
  ['NotAllowedError', /not allowed to use your microphone/],
  ['NotReadableError', /Another app is using the microphone/],
  ['NotFoundError', /No microphone was found/],
])('a microphone that cannot be used (%s) is explained, with another way', async (why, text) => {
  denial = why;
  const { person, send } = await openQuestion();
  await person.click(await record());
  expect(await screen.findByText(text)).toBeTruthy();
  const voice = new File([Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3)], 'memo.webm');
  await person.upload(screen.getByLabelText(/^Interview Choose/), voice);
  await screen.findByText('memo.webm added');
  expect(((await send()) as Sent).talk).toMatchObject([{ name: 'memo.webm' }]);
});

test('a microphone that is taken away leaves what it has recorded', async () => {
  const { person } = await openQuestion();
  await person.click(await record());
  await stop();
  act(() => recorders[0]?.stop());
  expect(await screen.findByText('recording-1.weba added')).toBeTruthy();
});

test('a recording ends by itself when it is as long as it may be', async () => {
  const { person } = await openQuestion({ longest: 1 });
  const begun = 1000;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => begun);
  await person.click(await record());
  await screen.findByText('0:00 of 0:01');
  clock.mockImplementation(() => begun + 2000);
  expect(await screen.findByText('recording-1.weba added')).toBeTruthy();
  clock.mockRestore();
});

test('nothing that was recorded is not added, and the person is told so', async () => {
  const { person } = await openQuestion();
  await person.click(await record());
  const button = await stop();
  for (const it of recorders) it.bytes = [];
  await person.click(button);
  expect(await screen.findByText(/recording-1\.weba was not added: it is empty/)).toBeTruthy();
});

test('a browser that cannot record says so, and takes a file', async () => {
  vi.stubGlobal('MediaRecorder', { isTypeSupported: () => false });
  await openQuestion();
  expect(await screen.findByText(/This browser cannot record/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Record/ })).toBeNull();
});

test('leaving the page while it is recorded closes the microphone', async () => {
  const { person, page } = await openQuestion();
  await person.click(await record());
  await stop();
  page.unmount();
  await waitFor(() => expect(isOpen).toBe(false));
  expect(within(document.body).queryByRole('button')).toBeNull();
});
