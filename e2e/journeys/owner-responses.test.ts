import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCsv, unguarded } from '../../core/testing/read-csv.ts';
import { allTableRows, exportAs, openResponses } from '../testing/browser/open-responses.ts';
import { isFocused, tabTo } from '../testing/browser/keyboard.ts';
import { signInAs } from '../testing/backend/signed-in-person.ts';
import {
  openResponsesFixture,
  type ResponsesFixture,
} from '../testing/browser/responses-fixture.ts';

let responses: ResponsesFixture;

beforeAll(async () => {
  responses = await openResponsesFixture();
});

afterAll(() => responses.fixture[Symbol.asyncDispose]());

test('an owner reads, searches, filters by answer and by day, and opens a response', async () => {
  const page = await responses.of('pwausers', 'Responses: 130');
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

  // Its address opens it again; closing it shows the table.
  await page.reload();
  await dialog.getByText('None was sent').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByText('Responses: 130').waitFor();
  expect(new URL(page.url()).search).toBe('');
});

test('the exported CSV equals the table row by row, and contains no formulas', async () => {
  const page = await responses.of('pwausers', 'Responses: 130');
  const file = await exportAs(page, 'CSV');
  expect(file.charAt(0)).toBe('\uFEFF');
  const [header = [], ...records] = readCsv(file, { hasMark: true });
  // The file includes the time zone with each time.
  const heads = await page.getByRole('columnheader').allTextContents();
  expect(header.slice(0, 8)).toEqual(heads.map((it) => it.replace(' (UTC)', '')));
  expect(records.map((it) => it.slice(0, 8).map(unguarded))).toEqual(await allTableRows(page));
  for (const cell of records.flat()) expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/);
});

test('numbers stay numbers, and locations have two columns', async () => {
  const products = await responses.of('products', 'Responses: 4');
  await products.getByText('Export', { exact: true }).click();
  await products.getByLabel(/byte order mark/).uncheck();
  await products.getByText('Export', { exact: true }).click();
  const prices = readCsv(await exportAs(products, 'CSV')).map((it) => it[4]);
  expect(prices).toEqual(['Price (USD)', '999', '12', '0.5', '-5']);
  const rides = await responses.of('ride', 'Responses: 3');
  const locations = readCsv(await exportAs(rides, 'CSV')).map((it) => it.slice(1, 3));
  expect(locations[0]).toEqual(['Pickup location: Latitude', 'Pickup location: Longitude']);
  expect(locations[1]).toEqual(['47.9', '-122']);
});

test('the exported JSON contains every entry as the API returns it', async () => {
  const page = await responses.of('products', 'Responses: 4');
  const response = await (
    await signInWith('reader@example.com', ['owners'])
  ).get('products/responses');
  const { items } = (await response.json()) as { items: object[] };
  expect(JSON.parse(await exportAs(page, 'JSON'))).toEqual(items);
});

test('a person who is no owner is told so on the page, and the API refuses', async () => {
  const email = 'person@example.com';
  const person = await signInWith(email, []);
  expect((await person.get('pwausers/responses')).status).toBe(403);
  expect((await person.get('pwausers/summary')).status).toBe(403);
  const page = await openResponses(responses.fixture, { form: 'pwausers', email });
  await page.getByText('Only the owners of this form can read').waitFor();
  expect(await page.getByRole('table').count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Responses' }).count()).toBe(0);
});

test('with the keyboard alone an owner turns a page, opens a response, closes it and is back where they were', async () => {
  const page = await responses.of('pwausers', 'Responses: 130');
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

function signInWith(email: string, groups: string[]) {
  return signInAs(responses.fixture.backend.cloud, email, groups);
}
