import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { barcode } from '#core/fields/index.ts';
import { openFields } from '../../testing/open-form.tsx';

/** What the camera sees; `undefined` for nothing that is a code. */
let seen: string | undefined;
let stopped = 0;

class FakeDetector {
  static getSupportedFormats = async () => ['qr_code', 'code_128'];
  detect = async () => (seen === undefined ? [] : [{ rawValue: seen }]);
}

/** @param camera what opening the camera does */
function hasCamera(camera: () => Promise<unknown>) {
  Object.defineProperty(navigator, 'mediaDevices', {
    configurable: true,
    value: { getUserMedia: camera },
  });
}

/** jsdom has no dialogs. */
function showDialog(this: HTMLDialogElement) {
  this.open = true;
}

function closeDialog(this: HTMLDialogElement) {
  this.dispatchEvent(new Event('close'));
}

const stream = { getTracks: () => [{ stop: () => (stopped += 1) }] };
const failure = (name: string) => Promise.reject(new DOMException('', name));

beforeEach(() => {
  [seen, stopped] = [undefined, 0];
  HTMLDialogElement.prototype.showModal = showDialog;
  HTMLDialogElement.prototype.close = closeDialog;
  vi.stubGlobal('BarcodeDetector', FakeDetector);
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
  hasCamera(async () => stream);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  Reflect.deleteProperty(navigator, 'mediaDevices');
});

async function openScanner() {
  const opened = openFields({ code: barcode({ label: 'Sample', formats: ['qr_code'] }) });
  await opened.person.click(await screen.findByRole('button', { name: 'Scan with the camera' }));
  return { ...opened, dialog: await screen.findByRole('dialog') };
}

test('the first code that the camera sees is filled in, and the camera stops', async () => {
  const { send } = await openScanner();
  await screen.findByText('Looking for a code…');
  expect(stopped).toBe(0);
  seen = 'S-0042';
  await screen.findByText('The code has been filled in.');
  expect(screen.queryByRole('dialog')).toBeNull();
  const box = screen.getByLabelText<HTMLInputElement>('Sample');
  expect(box.value).toBe('S-0042');
  expect(document.activeElement).toBe(box);
  expect(stopped).toBe(1);
  expect(await send()).toEqual({ code: 'S-0042' });
});

test('cancelling stops the camera and leads back to the box', async () => {
  const { person } = await openScanner();
  await screen.findByText('Looking for a code…');
  await person.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(stopped).toBe(1));
  expect(document.activeElement).toBe(screen.getByLabelText('Sample'));
});

test.each([
  ['NotAllowedError', /not allowed to use your camera/],
  ['NotFoundError', /No camera was found/],
  ['NotReadableError', /Another app is using the camera/],
])('if the camera fails with %s, the person is told what to do', async (name, message) => {
  hasCamera(() => failure(name));
  await openScanner();
  expect(await screen.findByText(message)).toBeTruthy();
});

test('a code can always be typed', async () => {
  const { person, send } = openFields({ code: barcode({ label: 'Sample' }) });
  await person.type(await screen.findByLabelText('Sample'), ' 4006381333931 ');
  expect(await send()).toEqual({ code: '4006381333931' });
});
