import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FileReference } from '#core/files/file-reference.ts';
import { filesIn } from '#core/files/files-in.ts';
import { openFormsFixture } from '../../e2e/testing/app/build-with-forms.ts';
import { password, signInTo } from '../../e2e/testing/backend/signed-in-person.ts';
import { tableRows } from '../../e2e/testing/backend/table-rows.ts';
import type { BrowserFixture } from '../../e2e/testing/browser/browser-fixture.ts';
import { kill, newBrowserProfile } from '../../e2e/testing/browser/browser-profile.ts';
import { newSession, type AmplifySession } from '../../e2e/testing/offline/amplify-session.ts';
import { openOutbox, putSession, seesSaved } from '../../e2e/testing/offline/app-on-device.ts';
import { registrationOf } from '../../e2e/testing/offline/service-worker-registration.ts';
import { writeHouseForm } from './write-house-form.ts';
import type { Outputs } from '../../tools/operate/cognito-sign-in.ts';

/** Milliseconds: the app is built with a form of its own. */
const timeout = 900_000;

let fixture: BrowserFixture;

beforeAll(async () => {
  fixture = await openFormsFixture(writeHouseForm);
}, timeout);

afterAll(() => fixture?.[Symbol.asyncDispose]());

/** What a camera notes: where it was. */
const notes = 'Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0GPS 59.9139 N 10.7522 E';

/** A JPEG as a camera writes it, with where it was taken. */
async function photoFromCamera(page: Page, colour: string): Promise<Buffer> {
  const base64 = await page.evaluate(async (fill) => {
    const canvas = new OffscreenCanvas(1600, 1200);
    const context = canvas.getContext('2d');
    if (context) {
      context.fillStyle = fill;
      context.fillRect(0, 0, 1600, 1200);
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
    return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
  }, colour);
  const jpeg = Buffer.from(base64, 'base64');
  const segment = Buffer.alloc(4);
  segment.writeUInt16BE(0xffe1, 0);
  segment.writeUInt16BE(notes.length + 2, 2);
  return Buffer.concat([
    jpeg.subarray(0, 2),
    segment,
    Buffer.from(notes, 'latin1'),
    jpeg.subarray(2),
  ]);
}

async function addThreePhotos(page: Page): Promise<void> {
  const photo = { mimeType: 'image/jpeg', buffer: await photoFromCamera(page, 'teal') };
  await page
    .locator('#answer-photos-chosen')
    .setInputFiles(['1.jpg', '2.jpg', '3.jpg'].map((name) => ({ name, ...photo })));
  await page.getByText('3.jpg added').waitFor();
}

async function openApp(page: Page): Promise<void> {
  await page.goto(`${fixture.appUrl}/house`);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

/** The only entry of a person, as the table has it. */
async function entryOf({ username }: AmplifySession) {
  const rows = await tableRows(fixture.backend.cloud);
  const own = rows.filter((it) => it['username'] === username);
  expect(own).toHaveLength(1);
  const [{ id, answers, filesArrived } = {}] = own;
  return { id: String(id), files: filesIn(answers), filesArrived };
}

/** The bytes of a file, as the bucket has them. */
async function bytesOf({ email }: AmplifySession, id: string, { id: file }: FileReference) {
  const outputs = (await fixture.backend.cloud.outputs()) as Outputs;
  const person = await signInTo(outputs, { username: email, password });
  const link = (await (await person.get(`house/${id}/files/${file}`)).json()) as { url: string };
  const response = await fetch(link.url);
  expect(response.headers.get('content-disposition')).toContain('attachment');
  return Buffer.from(await response.arrayBuffer());
}

const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64');

test(
  'photos that are taken without a network arrive once after the browser was killed, byte by byte, and without their place',
  async () => {
    await using profile = newBrowserProfile();
    const session = await newSession(fixture.backend.cloud);
    const online = await profile.start();
    const first = await online.newPage();
    await openApp(first);
    await putSession(first, session);
    const photos = await Promise.all(
      ['teal', 'olive', 'navy', 'maroon'].map(async (colour) => ({
        name: `C:\\fakepath\\${colour}.jpg`,
        mimeType: 'image/jpeg',
        buffer: await photoFromCamera(first, colour),
      })),
    );
    await online.close();

    // A cold start in airplane mode.
    const offline = await profile.start();
    await offline.setOffline(true);
    const page = await offline.newPage();
    await page.goto(`${fixture.appUrl}/house`);
    await page.getByLabel('Street', { exact: true }).fill('Harbour Street 7');
    const [kept, ...three] = photos;
    await page.locator('#answer-photos-chosen').setInputFiles(three);
    await page.getByText('maroon.jpg added').waitFor();
    await page.locator('#answer-kept-chosen').setInputFiles(kept ? [kept] : []);
    await page.getByText('teal.jpg added').waitFor();
    await expect.poll(() => page.locator('img.file-picture').count()).toBe(4);
    await page.getByLabel('Or type your name').fill('Zoë');
    await page.getByRole('button', { name: 'Sign again' }).waitFor();
    await page.getByRole('button', { name: 'Send', exact: true }).press('Enter');
    await seesSaved(page);
    await kill(offline);

    const again = await profile.start();
    const opened = await again.newPage();
    await opened.goto(`${fixture.appUrl}/house`);
    await expect
      .poll(async () => (await entryOf(session).catch(() => undefined))?.filesArrived, {
        timeout: 60_000,
      })
      .toHaveLength(5);
    const { id, files, filesArrived } = await entryOf(session);
    expect(filesArrived).toEqual(expect.arrayContaining(files.map((it) => it.id)));
    for (const file of files) {
      const bytes = await bytesOf(session, id, file);
      expect(bytes).toHaveLength(file.size);
      expect(sha256Of(bytes)).toBe(file.sha256);
      expect(bytes.includes('GPS')).toBe(file.name === 'teal.jpg');
    }
    // Nothing is left on the device once everything is confirmed.
    await expect
      .poll(() => opened.evaluate(countStored), { timeout: 20_000 })
      .toEqual({ files: 0, filePieces: 0, transfers: 0 });
  },
  timeout,
);

/** A microphone that beeps, and somebody who allows it. */
const microphone = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];

test(
  'what is recorded without a network can be played, and arrives as a recording',
  async () => {
    await using profile = newBrowserProfile(undefined, microphone);
    const session = await newSession(fixture.backend.cloud);
    const browser = await profile.start();
    const page = await browser.newPage();
    await openApp(page);
    await putSession(page, session);
    await browser.setOffline(true);
    await page.reload();
    await page.getByLabel('Street', { exact: true }).fill('Harbour Street 7');
    await page.getByRole('button', { name: /^What you heard.*Record$/ }).press('Enter');
    await page.getByText('0:02 of 5:00').waitFor();
    await expect.poll(() => page.locator('meter').getAttribute('value')).not.toBe('0');
    await page.getByRole('button', { name: /^What you heard.*Stop recording$/ }).press('Enter');
    const player = page.locator('audio');
    await expect
      .poll(() => player.evaluate((it: HTMLAudioElement) => it.duration))
      .toBeGreaterThan(1);
    await player.evaluate((it: HTMLAudioElement) => it.play());
    await addThreePhotos(page);
    await page.getByRole('button', { name: 'Send', exact: true }).press('Enter');
    await seesSaved(page);
    await browser.setOffline(false);
    await expect
      .poll(async () => (await entryOf(session).catch(() => undefined))?.filesArrived, {
        timeout: 60_000,
      })
      .toHaveLength(4);
    const { id, files } = await entryOf(session);
    const [recording] = files.filter(({ type }) => type === 'audio/webm');
    const bytes = recording && (await bytesOf(session, id, recording));
    expect(bytes?.subarray(0, 4).toString('hex')).toBe('1a45dfa3');
    expect(bytes && sha256Of(bytes)).toBe(recording?.sha256);
  },
  timeout,
);

test(
  'a file of 20 MB whose browser is killed at half goes on with the part that is missing',
  async () => {
    await using profile = newBrowserProfile();
    const session = await newSession(fixture.backend.cloud);
    const first = await profile.start();
    const page = await first.newPage();
    await openApp(page);
    await putSession(page, session);
    const plan = Buffer.alloc(20_000_000, 'a plan of the house, ');
    plan.write('%PDF-1.7\n');
    await page.getByLabel('Street', { exact: true }).fill('Harbour Street 7');
    await addThreePhotos(page);
    await page
      .locator('#answer-plan')
      .setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: plan });
    await page.getByText('plan.pdf added').waitFor({ timeout: 60_000 });
    // The second part never gets through.
    const isSecond = new Promise<void>((resolve) => {
      void first.route(isPart(2), () => resolve());
    });
    await page.getByRole('button', { name: 'Send', exact: true }).press('Enter');
    await isSecond;
    await kill(first);

    const again = await profile.start();
    const sent: string[] = [];
    again.on('request', (request) => {
      const isSent = request.method() === 'PUT' && isPart()(new URL(request.url()));
      if (isSent) sent.push(new URL(request.url()).search);
    });
    await (await again.newPage()).goto(`${fixture.appUrl}/house`);
    await expect
      .poll(async () => (await entryOf(session)).filesArrived, { timeout: 60_000 })
      .toHaveLength(4);
    const { id, files } = await entryOf(session);
    const [file] = files.filter(({ name }) => name === 'plan.pdf');
    const bytes = file && (await bytesOf(session, id, file));
    expect(bytes?.equals(plan)).toBe(true);
    expect(sent.filter((it) => it.includes('partNumber=1&'))).toEqual([]);
    expect(sent.map((it) => /partNumber=\d+/.exec(it)?.[0])).toEqual([
      'partNumber=2',
      'partNumber=3',
    ]);
  },
  timeout,
);

test(
  'photos that wait move to another device in an export, which sends them, and the first one finds them sent',
  async () => {
    await using profile = newBrowserProfile();
    await using other = newBrowserProfile();
    const session = await newSession(fixture.backend.cloud);
    const first = await profile.start();
    const page = await first.newPage();
    await openApp(page);
    await putSession(page, session);
    await first.setOffline(true);
    await page.reload();
    await page.getByLabel('Street', { exact: true }).fill('Harbour Street 7');
    await addThreePhotos(page);
    await page.getByRole('button', { name: 'Send', exact: true }).press('Enter');
    await seesSaved(page);
    await openOutbox(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export unsent entries' }).press('Enter');
    const exported = await download;
    expect(exported.suggestedFilename()).toMatch(/^outbox-.*\.zip$/);
    const file = await exported.path();

    // On the same device it changes nothing.
    await page.getByLabel('Import from a file').setInputFiles(file);
    await page.getByText('1 entry imported, and 3 files').waitFor();
    expect(await page.evaluate(countStored)).toMatchObject({ files: 3, transfers: 3 });

    const second = await other.start();
    const there = await second.newPage();
    await openApp(there);
    await putSession(there, session);
    await openOutbox(there);
    await there.getByLabel('Import from a file').setInputFiles(file);
    await there.getByText('1 entry imported, and 3 files').waitFor();
    await expect
      .poll(async () => (await entryOf(session).catch(() => undefined))?.filesArrived, {
        timeout: 60_000,
      })
      .toHaveLength(3);
    await first.setOffline(false);
    for (const device of [page, there])
      await expect
        .poll(() => device.evaluate(countStored), { timeout: 30_000 })
        .toEqual({ files: 0, filePieces: 0, transfers: 0 });
    const { id, files } = await entryOf(session);
    expect(files).toHaveLength(3);
    for (const each of files) {
      const bytes = await bytesOf(session, id, each);
      expect(sha256Of(bytes)).toBe(each.sha256);
    }
  },
  timeout,
);

test(
  'with no window open, the service worker sends an entry and then its files',
  async () => {
    await using profile = newBrowserProfile();
    const session = await newSession(fixture.backend.cloud);
    const browser = await profile.start();
    const page = await browser.newPage();
    await openApp(page);
    await putSession(page, session);
    const devtools = await browser.newCDPSession(browser.pages()[0] ?? page);
    const registrationId = await registrationOf(devtools, fixture.appUrl);
    await browser.setOffline(true);
    await page.getByLabel('Street', { exact: true }).fill('Harbour Street 7');
    await addThreePhotos(page);
    await page.getByRole('button', { name: 'Send', exact: true }).press('Enter');
    await seesSaved(page);
    await page.close();
    expect(browser.pages().filter((it) => it.url().startsWith(fixture.appUrl))).toEqual([]);
    await browser.setOffline(false);
    await devtools.send('ServiceWorker.dispatchSyncEvent', {
      origin: fixture.appUrl,
      registrationId,
      tag: 'formstead:outbox',
      lastChance: false,
    });
    await expect
      .poll(async () => (await entryOf(session).catch(() => undefined))?.filesArrived, {
        timeout: 60_000,
      })
      .toHaveLength(3);
    const { id, files } = await entryOf(session);
    for (const each of files) {
      const bytes = await bytesOf(session, id, each);
      expect(sha256Of(bytes)).toBe(each.sha256);
    }
  },
  timeout,
);

/** Whether an address is that of a part of a file: with this number, or any. */
function isPart(number?: number) {
  return ({ searchParams }: URL) => {
    const part = searchParams.get('partNumber');
    return part !== null && (number === undefined || part === String(number));
  };
}

/** How much there is in each store of files. */
async function countStored() {
  const opening = indexedDB.open('formstead');
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const stores = ['files', 'filePieces', 'transfers'];
  const counts = await Promise.all(
    stores.map(async (store) => {
      const counting = opening.result.transaction(store).objectStore(store).count();
      await new Promise((resolve) => counting.addEventListener('success', resolve));
      return [store, counting.result] as const;
    }),
  );
  opening.result.close();
  return Object.fromEntries(counts);
}
