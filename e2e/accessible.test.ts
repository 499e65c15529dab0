import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsIn } from './every-page.ts';
import { violations } from './judge.ts';
import { tabTo, isFocused } from './keyboard.ts';
import { password } from './person.ts';
import { storedIn } from './rows.ts';
import { openStage, type Stage } from './stage.ts';
import { walkAsVisitor } from './walk.ts';

const email = 'person@example.com';
let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await stage.world.cloud.cognito.createPerson({ email, password });
});

afterAll(() => stage[Symbol.asyncDispose]());

test('the keyboard alone makes the whole journey', async () => {
  const { world, appUrl, browser } = stage;
  const page = await browser.newPage();
  await page.goto(`${appUrl}/pwausers`);
  await typeInto(page, page.getByLabel('First name'), 'Mickey');
  await page.keyboard.press('Enter');
  const summary = page.getByRole('alert');
  await summary.getByText('Enter your last name').waitFor();
  await tabTo(page, page.getByRole('link', { name: 'Enter your last name' }));
  await page.keyboard.press('Enter');
  expect(await isFocused(page.getByLabel('Last name'))).toBe(true);
  await page.keyboard.type('Mouse');
  await page.keyboard.press('Enter');

  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
  await page.getByLabel('Email', { exact: true }).waitFor();
  await typeInto(page, page.getByLabel('Email', { exact: true }), email);
  await typeInto(page, page.getByLabel('Password', { exact: true }), password);
  await page.keyboard.press('Enter');

  await page.getByText('before you signed in').waitFor();
  await tabTo(page, page.getByRole('button', { name: `Send as ${email}` }));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Delivered' }).waitFor();
  expect(await storedIn(world.cloud)).toMatchObject([
    { answers: { fname: 'Mickey', lname: 'Mouse' } },
  ]);

  await tabTo(page, page.getByRole('main').getByRole('link', { name: 'My entries' }));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'My entries', level: 1 }).waitFor();
  await page.getByText('Mickey').waitFor();
});

test('the keyboard alone puts the pin where the person is, and a unicorn is on its way', async () => {
  const { appUrl, browser } = stage;
  const page = await browser.newPage();
  await page.goto(`${appUrl}/ride`);
  const map = page.getByRole('slider', { name: 'Pin for Pickup location' });
  await map.waitFor();
  await tabTo(page, map);
  for (const key of ['ArrowUp', '+', '+', '+', 'ArrowUp', 'Shift+ArrowRight', 'ArrowLeft'])
    await page.keyboard.press(key);
  expect(await map.getAttribute('aria-valuetext')).toBe('0.5° N, 27° E');
  await tabTo(page, page.getByRole('button', { name: 'Request Unicorn' }));
  await page.keyboard.press('Enter');
  await page.getByLabel('Email', { exact: true }).waitFor();
  await typeInto(page, page.getByLabel('Email', { exact: true }), email);
  await typeInto(page, page.getByLabel('Password', { exact: true }), password);
  await page.keyboard.press('Enter');
  await page.getByText('before you signed in').waitFor();
  await tabTo(page, page.getByRole('button', { name: `Send as ${email}` }));
  await page.keyboard.press('Enter');
  await page.getByText(/^(Angel|Gil|Rocinante), your (White|Yellow) unicorn, is on h/).waitFor();
});

// The rest of the pages, and each language in each theme: `npm run prove:pages`.
test('axe finds nothing where people fill forms, in Arabic and in the dark', async () => {
  const { world, appUrl, browser } = stage;
  const context = await browser.newContext({
    locale: 'ar',
    colorScheme: 'dark',
    viewport: { width: 360, height: 740 },
  });
  const forbidden = await violationsIn(context);
  const page = await context.newPage();
  const found: string[] = [];
  const author = 'reader@example.com';
  await world.cloud.cognito.createPerson({ email: author, password });
  const look = async (what: string) => {
    found.push(...(await violations(page)).map((it) => `${what}: ${it}`));
  };
  await walkAsVisitor({ page, appUrl, email: author, look });
  expect(found).toEqual([]);
  // Nor does the page's policy forbid anything it does.
  expect(forbidden).toEqual([]);
  await context.close();
});

async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}
