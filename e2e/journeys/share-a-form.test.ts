import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { password } from '../testing/backend/signed-in-person.ts';
import { accessibilityViolations } from '../testing/browser/accessibility.ts';
import { isFocused, tabTo } from '../testing/browser/keyboard.ts';
import {
  openBrowserFixture,
  withoutServiceWorker,
  type BrowserFixture,
} from '../testing/browser/browser-fixture.ts';
import { signInOnPage } from '../testing/browser/sign-in-steps.ts';

const email = 'owner@example.com';
let fixture: BrowserFixture;
let page: Page;

beforeAll(async () => {
  const reader = readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: reader.buffer } });
  fixture = await openBrowserFixture(withoutServiceWorker);
  await fixture.backend.cloud.cognito.createPerson({ email, password, groups: ['owners'] });
  page = await fixture.browser.newPage({ viewport: { width: 360, height: 740 } });
  await page.goto(`${fixture.appUrl}/responses/pwausers`);
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await signInOnPage(page, { email });
  await page.getByRole('link', { name: 'Share' }).click();
  await page.getByRole('heading', { name: 'Share “Join us”' }).waitFor();
});

afterAll(() => fixture[Symbol.asyncDispose]());

async function download(name: string): Promise<Buffer> {
  const button = page.getByRole('button', { name });
  const [file] = await Promise.all([page.waitForEvent('download'), button.press('Enter')]);
  expect(file.suggestedFilename()).toBe(`pwausers-qr.${name.slice(-3).toLowerCase()}`);
  return readFileSync(await file.path());
}

test('an owner gets a QR code of the form as a picture, and as a drawing that a browser can open', async () => {
  const png = await download('Download PNG');
  const [read] = await readBarcodes(png, { formats: ['QRCode'] });
  expect(read?.text).toBe(`${fixture.appUrl}/pwausers`);
  const svg = await download('Download SVG');
  const width = await page.evaluate(async (source) => {
    const picture = new Image();
    picture.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
    await picture.decode();
    return picture.naturalWidth;
  }, svg.toString());
  expect(width).toBeGreaterThan(200);
});

test.each(['', 'ar'])(
  'the sheet is one page of A4, and nothing else of the page (%s)',
  async (language) => {
    await page.evaluate((it) => localStorage.setItem('formstead:language', it), language);
    await page.reload();
    await page.locator('.share-qr').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('.share').isVisible()).toBe(false);
    await expect.poll(() => page.locator('.share-sheet').isVisible()).toBe(true);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'screen' });
    expect(await accessibilityViolations(page)).toEqual([]);
  },
);

test('everything is reached with the keyboard, and the way back', async () => {
  await page.evaluate(() => localStorage.setItem('formstead:language', ''));
  await page.reload();
  const print = page.getByRole('button', { name: 'Print' });
  await tabTo(page, print);
  await expect.poll(() => isFocused(print)).toBe(true);
  await page.getByRole('main').getByRole('link', { name: 'Responses' }).press('Enter');
  await page.getByText('No responses yet').waitFor();
});
