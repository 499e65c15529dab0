import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { violationsIn, type Violations } from './every-page.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage[Symbol.asyncDispose]());

type Held = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly violations: Violations;
  /** Lets the app be loaded, which was held back until now. */
  readonly release: () => void;
};

/** A page whose app does not come until it is let. */
async function openHeld(path: string, storage: Record<string, string> = {}): Promise<Held> {
  const context = await stage.browser.newContext({ locale: 'en-GB', serviceWorkers: 'block' });
  onTestFinished(() => context.close());
  const violations = await violationsIn(context);
  await context.addInitScript((them) => {
    for (const [name, text] of Object.entries(them)) localStorage.setItem(name, text);
    new PerformanceObserver((list) => {
      for (const it of list.getEntries() as (PerformanceEntry & { value: number })[])
        document.documentElement.dataset['shift'] = String(
          Number(document.documentElement.dataset['shift'] ?? 0) + it.value,
        );
    }).observe({ type: 'layout-shift', buffered: true });
  }, storage);
  const page = await context.newPage();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/assets/*.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(stage.appUrl + path, { waitUntil: 'commit' });
  return { page, context, violations, release };
}

const isAppThere = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => document.querySelectorAll('#app form').length), {
      timeout: 30_000,
    })
    .toBe(1);

test('the form is there before the app, and what is typed into it stays, with the focus', async () => {
  const { page, violations, release } = await openHeld('/pwausers');
  const first = page.getByLabel('First name');
  await first.fill('Mickey');
  await page.getByLabel('Last name').pressSequentially('Mou');
  await page.keyboard.press('ArrowLeft');
  await page.getByLabel('A friend').check();
  await page.getByLabel('Last name').focus();
  release();
  await isAppThere(page);

  expect(await first.inputValue()).toBe('Mickey');
  expect(await page.getByLabel('A friend').isChecked()).toBe(true);
  await page.keyboard.press('End');
  await page.keyboard.type('se');
  expect(await page.getByLabel('Last name').inputValue()).toBe('Mouse');
  // The app itself knows it, and not only the page: it can be taken back, and is kept.
  await page.getByRole('button', { name: 'Clear the form' }).click();
  expect(await first.inputValue()).toBe('');
  await page.getByRole('button', { name: 'Bring back what I typed' }).click();
  expect(await first.inputValue()).toBe('Mickey');
  expect(violations).toEqual([]);
});

test.each(['/', '/pwausers', '/ride', '/sign-in'])(
  'at %s nothing moves when the app takes over',
  async (path) => {
    const { page, violations, release } = await openHeld(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const before = await page.locator('main').boundingBox();
    release();
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(300);
    // A map and Amplify's form come later, into the room kept for them.
    if (path === '/' || path === '/pwausers')
      expect(await page.locator('main').boundingBox()).toEqual(before);
    const shift = await page.evaluate(() => Number(document.documentElement.dataset['shift'] ?? 0));
    expect(shift).toBeLessThan(0.01);
    expect(violations).toEqual([]);
  },
);

test('nothing is sent from a form whose app is not there', async () => {
  const { page } = await openHeld('/pwausers');
  await page.getByLabel('First name').fill('Mickey');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Join' }).click();
  expect(new URL(page.url()).search).toBe('');
  expect(await page.getByLabel('First name').inputValue()).toBe('Mickey');
});

test.each([
  ['who is signed in', '/pwausers', { 'formstead:person': '{}' }],
  ['another language', '/pwausers', { 'formstead:language': 'ar' }],
  ['another page', '/pwausers/entries', {}],
])('for %s there is no first picture but the app’s own', async (_, path, storage) => {
  const { page } = await openHeld(path, storage);
  await page.waitForFunction(() => document.querySelector('noscript') !== null);
  expect(await page.locator('#app > *').count()).toBe(0);
});
