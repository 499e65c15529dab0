import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFormsFixture } from '../../e2e/testing/app/build-with-forms.ts';
import { numberedEntry, putEntries } from '../../e2e/testing/backend/put-entries.ts';
import { signInAs } from '../../e2e/testing/backend/signed-in-person.ts';
import { horizontalOverflow } from '../../e2e/testing/browser/accessibility.ts';
import type { BrowserFixture } from '../../e2e/testing/browser/browser-fixture.ts';
import { signInOnPage } from '../../e2e/testing/browser/sign-in-steps.ts';
import { writeVisitForms } from './write-visit-forms.ts';

/** The folder for screenshots of all pages, if any. */
const screenshotFolder = process.env['PICTURES'];
/** Milliseconds: two hundred forms are built and prerendered. */
const timeout = 900_000;

const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;
const variants = (['en', 'ar'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => [language, theme] as const),
);

describe.each([1, 4, 20, 200])('with %i forms', (count) => {
  const email = 'owner@example.com';
  const pages = {
    home: '/',
    form: '/visit-0',
    entries: '/entries',
    responses: '/responses',
    'responses-of-one': '/responses/visit-0',
  } as const;
  let fixture: BrowserFixture;

  beforeAll(async () => {
    fixture = await openFormsFixture((folder) => writeVisitForms(folder, count));
    const { cloud } = fixture.backend;
    const { username } = await signInAs(cloud, email, ['owners']);
    await putEntries(
      cloud,
      Array.from({ length: 60 }, (_, n) => ({
        ...numberedEntry(n * 97, `visit-${n % 2 ? n % count : 0}`, {
          place: `Place ${n}`,
          state: n % 3 ? 'good' : 'repair',
        }),
        ...(n % 2 && { username }),
      })),
    );
  }, timeout);

  afterAll(() => fixture?.[Symbol.asyncDispose]());

  test.each(variants)(
    'every page in %s, %s: one row of header, nothing off-screen, and the promised rows in view',
    { timeout },
    async (language, theme) => {
      const context = await fixture.browser.newContext({
        locale: 'en-GB',
        colorScheme: theme,
        serviceWorkers: 'block',
      });
      const page = await context.newPage();
      await page.goto(`${fixture.appUrl}/sign-in?return=/entries`);
      await signInOnPage(page, { email });
      await page.waitForURL(`${fixture.appUrl}/entries`);
      await page.evaluate((it) => localStorage.setItem('formstead:language', it), language);
      const found: string[] = [];
      for (const [name, path] of Object.entries(pages))
        for (const size of sizes) {
          await page.setViewportSize(size);
          await page.goto(fixture.appUrl + path);
          await untilDrawn(page);
          const where = `${name} at ${size.width}`;
          if (screenshotFolder)
            await takeScreenshot(page, `${count}-${language}-${theme}-${name}-${size.width}`);
          const header = await headerHeight(page);
          if (header > 64) found.push(`${where}: a header of ${header} px`);
          const over = await horizontalOverflow(page);
          if (over > 0) found.push(`${where}: ${over} px too wide`);
          if (size.width !== 1280) continue;
          const rows = await rowsInView(page);
          if (name === 'entries' && rows < 20) found.push(`${where}: ${rows} entries in view`);
          if (name === 'responses-of-one' && rows < 12)
            found.push(`${where}: ${rows} responses in view`);
        }
      await context.close();
      expect(found).toEqual([]);
    },
  );
});

async function untilDrawn(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.placeholder').first().waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
}

function headerHeight(page: Page): Promise<number> {
  return page
    .getByRole('banner')
    .evaluate((header) => Math.round(header.getBoundingClientRect().height));
}

/** How many lines of the list, or rows of the table, are fully visible without scrolling. */
function rowsInView(page: Page): Promise<number> {
  return page
    .locator('main tbody tr, main .entry-line')
    .evaluateAll(
      (rows) => rows.filter((it) => it.getBoundingClientRect().bottom <= innerHeight).length,
    );
}

async function takeScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(screenshotFolder ?? '', { recursive: true });
  await page.screenshot({ path: `${screenshotFolder}/${name}.png` });
}
