import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pngOf, redAndBlue } from '../../core/testing/sample-pictures.ts';
import { password } from '../testing/backend/signed-in-person.ts';
import { bucketContents } from '../testing/backend/bucket-contents.ts';
import { accessibilityViolations, horizontalOverflow } from '../testing/browser/accessibility.ts';
import {
  openBrowserFixture,
  withoutServiceWorker,
  type BrowserFixture,
} from '../testing/browser/browser-fixture.ts';
import { chooseWithdrawn, openEntries, openEntry } from '../testing/browser/entries-steps.ts';
import { signInOnPage } from '../testing/browser/sign-in-steps.ts';

const email = 'shopkeeper@example.com';
let fixture: BrowserFixture;
let page: Page;

beforeAll(async () => {
  fixture = await openBrowserFixture(withoutServiceWorker);
  const { backend, appUrl, browser } = fixture;
  await backend.cloud.cognito.createPerson({ email, password, groups: [] });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  await page.goto(`${appUrl}/sign-in?return=/products`);
  await signInOnPage(page, { email });
});

afterAll(() => fixture[Symbol.asyncDispose]());

/** The ends of the keys in the bucket. */
async function stored(): Promise<readonly string[]> {
  const { objects } = await bucketContents(fixture.backend.cloud);
  return objects.map(({ key }) => (key.endsWith('.small') ? 'small copy' : 'picture')).toSorted();
}

/** The widths of the pictures on the page that have been drawn. */
function drawnPictures(selector: string): Promise<readonly number[]> {
  return page
    .locator(selector)
    .evaluateAll((all) => all.map((it) => (it as HTMLImageElement).naturalWidth));
}

test(
  'a product’s picture is shown small in the list and on its page, and both copies go with it',
  { tags: 'product-pictures' },
  async () => {
    const picture = Buffer.from(pngOf(redAndBlue(900, 600)));
    await page.getByLabel('Name', { exact: true }).fill('Garden fork');
    await page.getByRole('radio', { name: 'Garden' }).check();
    await page.getByLabel('Price').fill('34.5');
    await page
      .locator('#answer-pictures-chosen')
      .setInputFiles({ name: 'fork.png', mimeType: 'image/png', buffer: picture });
    await page.getByText('fork.png added').waitFor();
    await page.getByRole('button', { name: 'Add product' }).click();
    await page.getByText('The file has arrived.').waitFor();
    await expect.poll(stored).toEqual(['picture', 'small copy']);

    await openEntries(page);
    await expect.poll(() => drawnPictures('.line-picture')).toEqual([320]);
    for (const width of [320, 1280] as const) {
      await page.setViewportSize({ width, height: 740 });
      expect(await horizontalOverflow(page)).toBe(0);
    }
    expect(await accessibilityViolations(page)).toEqual([]);
    await openEntry(page, 'Garden fork');
    await expect.poll(() => drawnPictures('.entry-files .file-picture')).toEqual([320]);
    await expect.poll(() => page.getByRole('img', { name: 'fork.jpg' }).count()).toBe(1);
    expect(await accessibilityViolations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: /^Outbox/ }).count()).toBe(0);
    await openEntries(page);
    await chooseWithdrawn(page);
    await openEntry(page, 'Garden fork');
    await page.getByRole('button', { name: 'Erase permanently' }).click();
    await page.getByRole('button', { name: 'Erase', exact: true }).click();
    await expect.poll(stored).toEqual([]);
  },
);
