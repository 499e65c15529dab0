import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { injections } from '../core/injections.contract.ts';
import { readCsv, unguarded } from '../core/read-csv.contract.ts';
import { everyRow, exported, openDesk } from './at-desk.ts';
import { violations } from './judge.ts';
import { isFocused, tabTo } from './keyboard.ts';
import { password, signInAs } from './person.ts';
import { entryNumber, seed } from './seeded.ts';
import { openStage, type Stage } from './stage.ts';

const owner = 'owner@example.com';
/** What a table cannot store as it is, no export can give back. */
const lastNames = [...injections.filter((it) => it.isWellFormed()), '=1+1', '-1', '007', "'tis"];
let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  const { cloud } = stage.world;
  await cloud.cognito.createPerson({ email: owner, password, groups: ['owners'] });
  const people = Array.from({ length: 130 }, (_, n) =>
    entryNumber(n * 600, 'pwausers', {
      fname: n % 2 ? 'Mickey' : 'Zoë',
      lname: lastNames[n] ?? `Mouse ${n}`,
      ...(n % 3 === 0 && { phone: '+49 170 1234567' }),
      ...(n % 5 === 0 && { source: 'friend' }),
      ...(n % 4 === 0 && { news: n % 8 === 0 }),
    }),
  );
  const products = [-5, 0.5, 12, 999].map((price, n) =>
    entryNumber(n, 'products', { name: `Fork ${n}`, category: 'garden', price }),
  );
  const rides = [1, 2, 3].map((n) =>
    entryNumber(n, 'ride', { PickupLocation: { Latitude: 47.6 + n / 10, Longitude: -122 } }),
  );
  await seed(cloud, [...people, ...products, ...rides]);
});

afterAll(() => stage[Symbol.asyncDispose]());

test('an owner reads, searches, filters by answer and by day, and opens a response', async () => {
  const page = await deskOf('pwausers', 'Responses: 130');
  await page.getByRole('searchbox').fill('zoe friend');
  await page.getByText('Matching: 13 of 130').waitFor();
  await page.getByRole('button', { name: 'Clear search and filters' }).click();

  await page.getByLabel('News').selectOption('Yes');
  await page.getByText('Matching: 17 of 130').waitFor();
  await page.getByLabel('News').selectOption('All');
  await page.getByLabel('From day (UTC)').fill('2026-11-22');
  await page.getByLabel('To day (UTC)').fill('2026-11-23');
  await page.getByText('Responses: 5').waitFor();

  const link = page.getByRole('row').nth(1).getByRole('link');
  await link.click();
  const dialog = page.getByRole('dialog', { name: 'Response' });
  await dialog.getByText('None was sent').waitFor();
  expect(new URL(page.url()).searchParams.get('username')).toBe('person-77400');

  // Its address leads to it again; closed, there is the table.
  await page.reload();
  await dialog.getByText('None was sent').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByText('Responses: 130').waitFor();
  expect(new URL(page.url()).search).toBe('');
});

test('the exported CSV says what the table says, row by row, and runs nothing', async () => {
  const page = await deskOf('pwausers', 'Responses: 130');
  const file = await exported(page, 'CSV');
  expect(file.charAt(0)).toBe('\uFEFF');
  const [header = [], ...records] = readCsv(file, { hasMark: true });
  expect(header.slice(0, 8)).toEqual(await page.getByRole('columnheader').allTextContents());
  expect(records.map((it) => it.slice(0, 8).map(unguarded))).toEqual(await everyRow(page));
  for (const cell of records.flat()) expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/);
});

test('numbers stay numbers, and places have two columns of them', async () => {
  const products = await deskOf('products', 'Responses: 4');
  await products.getByText('Export', { exact: true }).click();
  await products.getByLabel(/byte order mark/).uncheck();
  await products.getByText('Export', { exact: true }).click();
  const prices = readCsv(await exported(products, 'CSV')).map((it) => it[4]);
  expect(prices).toEqual(['Price (USD)', '999', '12', '0.5', '-5']);
  const rides = await deskOf('ride', 'Responses: 3');
  const places = readCsv(await exported(rides, 'CSV')).map((it) => it.slice(1, 3));
  expect(places[0]).toEqual(['Pickup location: Latitude', 'Pickup location: Longitude']);
  expect(places[1]).toEqual(['47.9', '-122']);
});

test('the exported JSON holds every entry as the API tells it', async () => {
  const page = await deskOf('products', 'Responses: 4');
  const told = await (await signInTo('reader@example.com', ['owners'])).get('products/responses');
  const { items } = (await told.json()) as { items: object[] };
  expect(JSON.parse(await exported(page, 'JSON'))).toEqual(items);
});

test('a person who types the address is told, and the API refuses', async () => {
  const email = 'person@example.com';
  const person = await signInTo(email, []);
  expect((await person.get('pwausers/responses')).status).toBe(403);
  expect((await person.get('pwausers/summary')).status).toBe(403);
  const page = await openDesk(stage, { form: 'pwausers', email });
  await page.getByText('Only the owners of this form can read').waitFor();
  expect(await page.getByRole('table').count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Responses' }).count()).toBe(0);
});

test('the keyboard alone turns a page, opens a response, closes it, and is where it was', async () => {
  const page = await deskOf('pwausers', 'Responses: 130');
  await tabTo(page, page.getByRole('region', { name: /^Responses to Join us/ }));
  await page.keyboard.press('End');
  await tabTo(page, page.getByRole('button', { name: 'Next' }));
  await page.keyboard.press('Enter');
  await page.getByText('51–100 of 130').waitFor();
  const link = page.getByRole('row').nth(50).getByRole('link');
  await tabTo(page, link, 'Shift+Tab');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await isFocused(dialog.getByRole('heading', { name: 'Response' }))).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await isFocused(link)).toBe(true);
  expect(new URL(page.url()).search).toBe('');
});

// In the light, and in Arabic: `npm run prove:pages`.
test('axe finds nothing on the desk in the dark', async () => {
  const page = await deskOf('pwausers', 'Responses: 130', { colorScheme: 'dark' });
  for (const panel of await page.locator('.desk details:not([open]) > summary').all())
    await panel.click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.getByText('None was sent').waitFor();
  expect(await violations(page)).toEqual([]);
  for (const form of ['pwausers', 'products', 'ride']) {
    await page.goto(`${stage.appUrl}/${form}/responses?view=charts`);
    await page.getByText('All responses').waitFor();
    for (const twin of await page.getByText('Show as table').all()) await twin.click();
    expect(await violations(page)).toEqual([]);
  }
});

test('at 320 pixels nothing but the table itself is pushed sideways', async () => {
  const narrow = { viewport: { width: 320, height: 640 } };
  for (const [form, words] of [
    ['pwausers', 'Responses: 130'],
    ['products', 'Responses: 4'],
    ['ride', 'Responses: 3'],
  ] as const) {
    const page = await deskOf(form, words, narrow);
    const panels = page.locator('.desk details:not([open]) > summary');
    while ((await panels.count()) > 0) await panels.first().click();
    expect(await widthOf(page)).toBe(320);
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('dialog').getByText('About it').waitFor();
    expect(await widthOf(page)).toBe(320);
    await page.goto(`${stage.appUrl}/${form}/responses?view=charts`);
    await page.getByText('All responses').waitFor();
    for (const twin of await page.getByText('Show as table').all()) await twin.click();
    expect(await widthOf(page)).toBe(320);
  }
});

function signInTo(email: string, groups: string[]) {
  return signInAs(stage.world.cloud, email, groups);
}

async function deskOf(form: string, words: string, options: BrowserContextOptions = {}) {
  const page = await openDesk(stage, { form, email: owner, options });
  await page.getByText(words, { exact: true }).waitFor();
  return page;
}

function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}
