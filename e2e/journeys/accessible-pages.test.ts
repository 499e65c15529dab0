import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { untilAppIsDrawn } from '../testing/browser/app-is-drawn.ts';
import { collectCspViolations } from '../testing/browser/page-visits.ts';
import { accessibilityViolations } from '../testing/browser/accessibility.ts';
import { tabTo, isFocused } from '../testing/browser/keyboard.ts';
import { password } from '../testing/backend/signed-in-person.ts';
import { storedEntryRows } from '../testing/backend/table-rows.ts';
import {
  openBrowserFixture,
  withoutServiceWorker,
  type BrowserFixture,
} from '../testing/browser/browser-fixture.ts';
import { walkAsVisitor } from '../testing/browser/walk-pages.ts';

const email = 'person@example.com';
let fixture: BrowserFixture;

beforeAll(async () => {
  fixture = await openBrowserFixture(withoutServiceWorker);
  await fixture.backend.cloud.cognito.createPerson({ email, password });
});

afterAll(() => fixture[Symbol.asyncDispose]());

test('the whole journey works with the keyboard alone', async () => {
  const { backend, appUrl, browser } = fixture;
  const page = await browser.newPage();
  await page.goto(`${appUrl}/pwausers`);
  await untilAppIsDrawn(page);
  await typeInto(page, page.getByLabel('First name'), 'Mickey');
  await page.keyboard.press('Enter');
  const summary = page.getByRole('alert');
  await summary.getByText('Enter your last name').waitFor();
  await tabTo(page, page.getByRole('link', { name: 'Enter your last name' }));
  await page.keyboard.press('Enter');
  await expect.poll(() => isFocused(page.getByLabel('Last name'))).toBe(true);
  await page.keyboard.type('Mouse');
  await page.keyboard.press('Enter');

  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
  const accountTab = page.getByRole('tab', { name: 'Create account' });
  await accountTab.waitFor();
  await tabTo(page, accountTab);
  await page.keyboard.press('ArrowLeft');
  await typeInto(page, page.getByLabel('Email address', { exact: true }), email);
  await typeInto(page, page.getByLabel('Password', { exact: true }), password);
  await page.keyboard.press('Enter');

  await page.getByRole('heading', { name: 'Sent', exact: true }).waitFor();
  expect(await storedEntryRows(backend.cloud)).toMatchObject([
    { answers: { fname: 'Mickey', lname: 'Mouse' } },
  ]);

  await tabTo(page, page.getByRole('main').getByRole('link', { name: 'My entries' }));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'My entries', level: 1 }).waitFor();
  await page.getByText('Mickey · Mouse').waitFor();
});

test('the pin can be placed with the keyboard alone, and a unicorn comes', async () => {
  const { appUrl, browser } = fixture;
  const page = await browser.newPage();
  await page.goto(`${appUrl}/ride`);
  await untilAppIsDrawn(page);
  const map = page.getByRole('slider', { name: 'Pin for Pickup location' });
  await map.waitFor();
  await tabTo(page, map);
  for (const key of ['ArrowUp', '+', '+', '+', 'ArrowUp', 'Shift+ArrowRight', 'ArrowLeft'])
    await page.keyboard.press(key);
  await expect.poll(() => map.getAttribute('aria-valuetext')).toBe('20.66° N, 6.33° E');
  await tabTo(page, page.getByRole('button', { name: 'Request unicorn' }));
  await page.keyboard.press('Enter');
  const accountTab = page.getByRole('tab', { name: 'Create account' });
  await accountTab.waitFor();
  await tabTo(page, accountTab);
  await page.keyboard.press('ArrowLeft');
  await typeInto(page, page.getByLabel('Email address', { exact: true }), email);
  await typeInto(page, page.getByLabel('Password', { exact: true }), password);
  await page.keyboard.press('Enter');
  await page.getByText(/^(Angel|Gil|Rocinante), your (White|Yellow) unicorn, is on h/).waitFor();
});

// `npm run verify -- pages` checks the other pages, and each language in each theme.
test('axe finds nothing on the form pages, in Arabic and in the dark theme', async () => {
  const { backend, appUrl, browser } = fixture;
  const context = await browser.newContext({
    locale: 'ar',
    colorScheme: 'dark',
    viewport: { width: 360, height: 740 },
  });
  const forbidden = await collectCspViolations(context);
  const page = await context.newPage();
  const found: string[] = [];
  const author = 'reader@example.com';
  await backend.cloud.cognito.createPerson({ email: author, password });
  const inspect = async (what: string) => {
    found.push(...(await accessibilityViolations(page)).map((it) => `${what}: ${it}`));
  };
  await walkAsVisitor({ page, appUrl, email: author, inspect });
  expect(found).toEqual([]);
  // The content security policy blocks nothing that the page does.
  expect(forbidden).toEqual([]);
  await context.close();
});

async function typeInto(page: Page, input: Locator, text: string): Promise<void> {
  await tabTo(page, input);
  await page.keyboard.type(text);
}
