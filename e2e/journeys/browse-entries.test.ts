import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { password } from '../testing/backend/signed-in-person.ts';
import { numberedEntry, putEntries } from '../testing/backend/put-entries.ts';
import { accessibilityViolations, horizontalOverflow } from '../testing/browser/accessibility.ts';
import {
  openBrowserFixture,
  withoutServiceWorker,
  type BrowserFixture,
} from '../testing/browser/browser-fixture.ts';
import {
  chooseWithdrawn,
  entryLine,
  openEntries,
  openEntry,
} from '../testing/browser/entries-steps.ts';
import { openMenu } from '../testing/browser/menu-steps.ts';
import { signInOnPage } from '../testing/browser/sign-in-steps.ts';

const email = 'owner-of-entries@example.com';
const widths = [320, 360, 768, 1280, 1920];

let fixture: BrowserFixture;
let page: Page;

/** An owner with 40 entries of two forms, in turn. */
beforeAll(async () => {
  fixture = await openBrowserFixture(withoutServiceWorker);
  const { backend, appUrl, browser } = fixture;
  await backend.cloud.cognito.createPerson({ email, password, groups: ['owners'] });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  await page.goto(`${appUrl}/sign-in?return=/entries`);
  await signInOnPage(page, { email });
  await page.getByRole('heading', { name: 'My entries', level: 1 }).waitFor();
  const username = await page.evaluate(
    () =>
      (JSON.parse(localStorage.getItem('formstead:person') ?? '{}') as { username: string })
        .username,
  );
  const entries = Array.from({ length: 40 }, (_, n) =>
    n % 2
      ? numberedEntry(n, 'pwausers', { fname: 'Minnie', lname: `Mouse ${n}` })
      : numberedEntry(n, 'items', { title: `Task ${n}`, status: 'pending' }),
  );
  await putEntries(
    backend.cloud,
    entries.map((it) => ({ ...it, username })),
  );
  await page.reload();
});

afterAll(() => fixture[Symbol.asyncDispose]());

test('twenty entries of several forms are in view on a screen of 1280 × 800, newest first', async () => {
  const newest = async () =>
    (await page.getByRole('main').getByRole('listitem').allInnerTexts()).slice(0, 2);
  await expect
    .poll(async () => (await newest()).map((it) => /Mouse 39|Task 38/.exec(it)?.[0]))
    .toEqual(['Mouse 39', 'Task 38']);
  const inView = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('main li')].filter(
          (it) => it.getBoundingClientRect().bottom <= window.innerHeight,
        ).length,
    );
  await expect.poll(inView).toBeGreaterThanOrEqual(20);
  expect(await accessibilityViolations(page)).toEqual([]);
});

test('the list is searched and narrowed to a form, which survives a reload', async () => {
  await page.getByRole('searchbox', { name: 'Search my entries' }).fill('minnie 7');
  await page.getByLabel('Form').selectOption('Join us');
  await entryLine(page, 'Mouse 37').waitFor();
  await page.reload();
  await entryLine(page, 'Mouse 37').waitFor();
  await expect.poll(() => page.getByRole('main').getByRole('listitem').count()).toBe(4);
});

test('an entry is opened, withdrawn, found among the withdrawn ones and restored', async () => {
  await openEntries(page);
  await openEntry(page, 'Mouse 37');
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Withdraw' }).press('Enter');
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await expect.poll(() => page.getByRole('link', { name: /^Outbox/ }).count()).toBe(0);
  await openEntries(page);
  await chooseWithdrawn(page);
  await openEntry(page, 'Mouse 37');
  await page.getByRole('button', { name: 'Restore' }).press('Enter');
  await expect.poll(() => page.getByRole('link', { name: /^Outbox/ }).count()).toBe(0);
  await openEntries(page);
  await entryLine(page, 'Mouse 37').waitFor();
});

test.for(['/', '/pwausers', '/entries', '/responses', '/about'])(
  'at %s the header is one row of at most 64 px, however wide the screen is',
  async (path) => {
    await page.goto(fixture.appUrl + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    for (const width of widths) {
      await resizeTo(width);
      const { height, outside } = await page.evaluate(() => ({
        height: document.querySelector('.header')?.getBoundingClientRect().height,
        outside: [...document.querySelectorAll('.header :is(a, button)')].filter((it) => {
          const { left, right } = it.getBoundingClientRect();
          return left < 0 || right > document.documentElement.clientWidth;
        }).length,
      }));
      expect(height).toBeLessThanOrEqual(64);
      expect(outside).toBe(0);
      expect(await horizontalOverflow(page)).toBe(0);
    }
  },
);

test.for(widths)('the open menu fits a screen %i px wide', async (width) => {
  await page.goto(`${fixture.appUrl}/about`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await resizeTo(width);
  await openMenu(page);
  expect(await horizontalOverflow(page)).toBe(0);
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

/** Also waits until the app has drawn itself in the new width. */
async function resizeTo(width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}
