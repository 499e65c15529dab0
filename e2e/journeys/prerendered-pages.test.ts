import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { untilAppIsDrawn } from '../testing/browser/app-is-drawn.ts';
import { collectCspViolations, type CspViolations } from '../testing/browser/page-visits.ts';
import { openBrowserFixture, type BrowserFixture } from '../testing/browser/browser-fixture.ts';

let fixture: BrowserFixture;

beforeAll(async () => {
  fixture = await openBrowserFixture();
});

afterAll(() => fixture[Symbol.asyncDispose]());

type PausedPage = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly violations: CspViolations;
  /** The addresses of those requested so far. */
  readonly styleSheets: readonly string[];
  /** Lets the browser load the app. */
  readonly release: () => void;
};

/** Opens a page whose app is not loaded until `release`. */
async function openPausedPage(
  path: string,
  storage: Record<string, string> = {},
): Promise<PausedPage> {
  const context = await fixture.browser.newContext({ locale: 'en-GB', serviceWorkers: 'block' });
  onTestFinished(() => context.close());
  const violations = await collectCspViolations(context);
  await context.addInitScript((them) => {
    for (const [name, text] of Object.entries(them)) localStorage.setItem(name, text);
    new PerformanceObserver((list) => {
      for (const item of list.getEntries() as (PerformanceEntry & { value: number })[])
        document.documentElement.dataset['shift'] = String(
          Number(document.documentElement.dataset['shift'] ?? 0) + item.value,
        );
    }).observe({ type: 'layout-shift', buffered: true });
  }, storage);
  const page = await context.newPage();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/assets/*.js', async (route) => {
    await released;
    await route.continue();
  });
  const styleSheets: string[] = [];
  page.on('request', (it) => it.resourceType() === 'stylesheet' && styleSheets.push(it.url()));
  await page.goto(fixture.appUrl + path, { waitUntil: 'commit' });
  return { page, context, violations, styleSheets, release };
}

test('the form is shown before the app is loaded, and keeps what is typed, and the focus', async () => {
  const { page, violations, release } = await openPausedPage('/pwausers');
  const first = page.getByLabel('First name');
  await first.fill('Mickey');
  await page.getByLabel('Last name').pressSequentially('Mou');
  await page.keyboard.press('ArrowLeft');
  await page.getByLabel('A friend').check();
  await page.getByLabel('Last name').focus();
  release();
  await untilAppIsDrawn(page);

  await expect.poll(() => first.inputValue()).toBe('Mickey');
  await expect.poll(() => page.getByLabel('A friend').isChecked()).toBe(true);
  await page.keyboard.press('End');
  await page.keyboard.type('se');
  await expect.poll(() => page.getByLabel('Last name').inputValue()).toBe('Mouse');
  // The app itself has the change, not just the page: it can be undone, and is saved.
  await page.getByRole('button', { name: 'Clear form' }).click();
  await expect.poll(() => first.inputValue()).toBe('');
  await page.getByRole('button', { name: 'Undo clear' }).click();
  await expect.poll(() => first.inputValue()).toBe('Mickey');
  expect(violations).toEqual([]);
});

test.each(['/', '/pwausers', '/ride', '/sign-in'])(
  'at %s nothing moves when the app takes over',
  async (path) => {
    const { page, violations, styleSheets, release } = await openPausedPage(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    // The app may be there before another one would be, and nothing prerendered is shown then.
    expect(styleSheets).toHaveLength(1);
    // Whoever built the app had no disk to store drafts and changes on, and the reader has.
    expect(await page.locator('.draft-notice > *, .waiting-link').count()).toBe(0);
    const before = await page.locator('main').boundingBox();
    release();
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(300);
    // A map and Amplify's form come later, in the space reserved for them.
    if (path === '/' || path === '/pwausers')
      await expect.poll(() => page.locator('main').boundingBox()).toEqual(before);
    const shift = await page.evaluate(() => Number(document.documentElement.dataset['shift'] ?? 0));
    expect(shift).toBeLessThan(0.01);
    expect(violations).toEqual([]);
  },
);

/** Its last element is there. */
const untilParsed = (page: Page) =>
  page.waitForFunction(() => document.querySelector('noscript') !== null);

test('a form loads with it no page that is shown after it', async () => {
  const { page } = await openPausedPage('/pwausers');
  await untilParsed(page);
  const modules = await page
    .locator('template[data-form]')
    .evaluateAll((all) => all.map((it) => it.dataset['modules']));
  expect(modules.length).toBeGreaterThan(3);
  for (const files of modules) expect(files).not.toMatch(/(home|until-sent|pages|owners)-/);
});

test('a form sends nothing before the app is loaded', async () => {
  const { page } = await openPausedPage('/pwausers');
  await page.getByLabel('First name').fill('Mickey');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Join' }).click();
  expect(new URL(page.url()).search).toBe('');
  await expect.poll(() => page.getByLabel('First name').inputValue()).toBe('Mickey');
});

test.each([
  ['who is signed in', '/pwausers', { 'formstead:person': '{}' }],
  ['another language', '/pwausers', { 'formstead:language': 'ar' }],
  ['another page', '/entries', {}],
])('for %s nothing prerendered is shown', async (_, path, storage) => {
  const { page } = await openPausedPage(path, storage);
  await untilParsed(page);
  expect(await page.locator('#app > *').count()).toBe(0);
});

test.each([
  ['pwausers', ['pwausers']],
  // A form that is not among the first ones, whose id is part of the path.
  ['res', []],
])(
  'the files of an owner’s page are requested before the app is loaded, and those of its form: %s',
  async (form, own) => {
    const { page, violations } = await openPausedPage(`/responses/${form}/share`, {
      'formstead:person': '{}',
    });
    const requested = page.locator('link[rel="modulepreload"]');
    for (const name of ['owners', 'share-page', 'amplify-identity', ...own])
      await requested
        .and(page.locator(`[href*="/${name}-"]`))
        .first()
        .waitFor({ state: 'attached' });
    expect(violations).toEqual([]);
  },
);
