import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFormsFixture } from '../../e2e/testing/app/build-with-forms.ts';
import { signInAs } from '../../e2e/testing/backend/signed-in-person.ts';
import type { BrowserFixture } from '../../e2e/testing/browser/browser-fixture.ts';
import { signInOnPage } from '../../e2e/testing/browser/sign-in-steps.ts';
import { writeHouseForm } from './write-house-form.ts';

/** Milliseconds: the app is built with a form of its own. */
const timeout = 900_000;
const owner = 'owner@example.com';

let fixture: BrowserFixture;

/** What was sent, by its path in the archive without its folder. */
const sent = new Map<string, Buffer>();

/** Bytes that begin as a JPEG and are otherwise like no other. */
function photoBytes(name: string, size: number): Buffer {
  const bytes = Buffer.alloc(size, createHash('sha256').update(name).digest());
  bytes.set([0xff, 0xd8, 0xff]);
  return bytes;
}

beforeAll(async () => {
  fixture = await openFormsFixture(writeHouseForm);
  const { cloud } = fixture.backend;
  await signInAs(cloud, owner, ['owners']);
  const person = await signInAs(cloud, 'person@example.com');
  for (const street of ['Harbour Street', 'Hill Street']) {
    const files = [1, 2, 3].map((n) => {
      const bytes = photoBytes(`${street} ${n}`, 400_000 * n);
      const sha256 = createHash('sha256').update(bytes).digest('base64');
      const name = `${street.split(' ')[0]}-${n}.jpg`;
      return {
        bytes,
        reference: { id: randomUUID(), name, type: 'image/jpeg', size: bytes.length, sha256 },
      };
    });
    const photos = files.map(({ reference }) => reference);
    const { id } = (await (await person.submit('house', { street, photos })).json()) as {
      id: string;
    };
    for (const { bytes, reference } of files) {
      const path = `house/${id}/files/${reference.id}`;
      const todo = (await (await person.send('POST', path)).json()) as {
        put: { url: string; headers: Record<string, string> };
      };
      await fetch(todo.put.url, {
        method: 'PUT',
        headers: todo.put.headers,
        body: Uint8Array.from(bytes),
      });
      const confirmed = await person.send('POST', `${path}/arrival`);
      expect(confirmed.status).toBe(200);
      sent.set(reference.name, bytes);
    }
  }
  // Of one more, no bytes ever arrive.
  const lost = [1, 2, 3].map((n) => ({
    id: randomUUID(),
    name: `lost-${n}.jpg`,
    type: 'image/jpeg',
    size: 3,
    sha256: 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
  }));
  await person.submit('house', { street: 'Mill Street', photos: lost });
}, timeout);

afterAll(() => fixture?.[Symbol.asyncDispose]());

/** The archive's files as a program that knows nothing of this app unpacks them: by their local headers. */
function unpacked(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = archive.readUInt32LE(end + 16);
  for (let n = archive.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [size, nameLength] = [archive.readUInt32LE(at + 24), archive.readUInt16LE(at + 28)];
    const name = archive.subarray(at + 46, at + 46 + nameLength).toString();
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    files.set(name, archive.subarray(start, start + size));
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

async function openFiles(page: Page): Promise<void> {
  await page.goto(`${fixture.appUrl}/responses/house?view=files`);
  await page.getByRole('link', { name: 'Sign in' }).first().click();
  await signInOnPage(page, { email: owner });
  await page.getByText('6 of 9 files have arrived.').waitFor();
}

function expectEveryFile(archive: Buffer): void {
  const files = unpacked(archive);
  const list = files.get('files.csv')?.toString() ?? '';
  expect(files.size).toBe(7);
  for (const [name, bytes] of sent) {
    const [found] = [...files].filter(([path]) => path.endsWith(`/${name}`));
    expect(found?.[1].equals(bytes), name).toBe(true);
    expect(list).toContain(name);
  }
  expect(list.match(/,awaited\r\n/g)).toHaveLength(3);
}

test(
  'an owner sees the files of all responses, and saves them as one archive',
  async () => {
    const context = await fixture.browser.newContext();
    // As in a browser that writes no files step by step.
    await context.addInitScript(() => void Reflect.deleteProperty(window, 'showSaveFilePicker'));
    const page = await context.newPage();
    await openFiles(page);
    await page.getByText('lost-1.jpg').waitFor();
    await page.getByRole('button', { name: 'Export', exact: true }).press('Enter');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'All files as a ZIP' }).press('Enter');
    await page.getByText('6 files saved.').waitFor();
    const archive = await download;
    expect(archive.suggestedFilename()).toMatch(/^house-files-responses-.*\.zip$/);
    expectEveryFile(readFileSync(await archive.path()));

    const csv = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV', exact: true }).press('Enter');
    const table = readFileSync(await (await csv).path(), 'utf8');
    expect(table).toContain('Link to its files');
    const [link = ''] = /http\S*username=[^",\s]*/.exec(table) ?? [];
    await page.goto(link);
    await page.getByRole('heading', { name: 'Response', exact: true }).waitFor();
    await page.getByText(/files have arrived/).waitFor();
  },
  timeout,
);

test(
  'an archive is written to the disk step by step, goes on after a lost network, and is gone when it is cancelled',
  async () => {
    const context = await fixture.browser.newContext();
    // The dialog of the browser, which no test can press, gives a file of the page's own.
    await context.addInitScript(() => {
      Object.assign(window, {
        showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) => {
          const folder = await navigator.storage.getDirectory();
          return folder.getFileHandle(suggestedName.replace(/-responses.*/, ''), { create: true });
        },
      });
    });
    const page = await context.newPage();
    await openFiles(page);
    await page.getByRole('button', { name: 'Export', exact: true }).press('Enter');
    const isFile = (url: URL) => url.origin === fixture.backend.cloud.s3.url;
    let begun = 0;
    await context.route(isFile, async (route) => {
      begun += 1;
      // Every second download fails.
      return begun % 2 === 0 ? route.abort() : route.continue();
    });
    await page.getByRole('button', { name: 'All files as a ZIP' }).press('Enter');
    await page.getByText('6 files saved.').waitFor({ timeout: 60_000 });
    const base64 = await page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      const file = await (await folder.getFileHandle('house-files')).getFile();
      const bytes = new Uint8Array(await file.arrayBuffer());
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      return btoa(text);
    });
    expectEveryFile(Buffer.from(base64, 'base64'));

    await page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      await folder.removeEntry('house-files');
    });
    await context.unroute(isFile);
    await context.route(isFile, (route) => route.abort());
    await page.getByRole('button', { name: 'All files as a ZIP' }).press('Enter');
    await page.getByRole('button', { name: 'Continue' }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Cancel', exact: true }).press('Enter');
    await page.getByText('Cancelled. No file was saved.').waitFor();
    const left = await page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      return (await (await folder.getFileHandle('house-files')).getFile()).size;
    });
    expect(left).toBe(0);
  },
  timeout,
);
