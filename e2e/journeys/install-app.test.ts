import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { brand } from '#brand/brand.ts';
import { launchProfile } from '../../tools/chromium.js';
import { recordContext } from '../testing/browser/recorded-contexts.ts';
import { serveApp, type ServedApp } from '../testing/app/build-app.ts';
import { seesDraftSaved } from '../testing/offline/app-on-device.ts';
import { startTestBackend, type TestBackend } from '../testing/backend/test-backend.ts';

let backend: TestBackend;
let app: ServedApp;
let browser: BrowserContext;
let page: Page;

beforeAll(async () => {
  backend = await startTestBackend();
  app = await serveApp(backend);
  browser = await recordContext(await launchProfile(join(backend.folder, 'profile')));
  page = await browser.newPage();
  await page.goto(`${app.url}/pwausers`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
});

afterAll(async () => {
  await browser?.close();
  await app?.[Symbol.asyncDispose]();
  await backend?.[Symbol.asyncDispose]();
});

test('the app can be installed, under its own name', { tags: 'app-installable' }, async () => {
  const devtools = await browser.newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
  const { data = '{}' } = await devtools.send('Page.getAppManifest');
  expect(JSON.parse(data)).toMatchObject({ name: brand.name, display: 'standalone', id: '/' });
});

test('offline every page still opens, and what was typed is still there', async () => {
  await page.getByLabel('First name').fill('Mickey');
  await seesDraftSaved(page, 'Mickey');
  await browser.setOffline(true);
  await page.reload();
  await expect.poll(() => page.getByLabel('First name').inputValue()).toBe('Mickey');
  // An address of an earlier version, as in somebody's history.
  await page.goto(`${app.url}/pwausers/entries`);
  await page.getByRole('heading', { name: 'My entries' }).waitFor();
  expect(page.url()).toBe(`${app.url}/entries?form=pwausers`);
  await browser.setOffline(false);
});
