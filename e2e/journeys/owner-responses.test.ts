import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCsv, unguarded } from '../../core/testing/read-csv.ts';
import {
  allTableRows,
  exportAs,
  exportedBytes,
  openResponses,
} from '../testing/browser/open-responses.ts';
import { accessibilityViolations } from '../testing/browser/accessibility.ts';
import { isFocused, tabTo } from '../testing/browser/keyboard.ts';
import { numberedEntry, putEntries } from '../testing/backend/put-entries.ts';
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
  const page = await responses.of('pwausers', '130 responses');
  await page.getByRole('searchbox').fill('zoe friend');
  await page.getByText('13 of 130 responses').waitFor();
  await page.getByRole('button', { name: 'Clear search and filters' }).click();

  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('combobox', { name: 'News' }).selectOption('Yes');
  await page.getByText('17 of 130 responses').waitFor();
  await page.getByRole('combobox', { name: 'News' }).selectOption('All');
  await page.getByLabel('From', { exact: true }).fill('2026-11-22');
  await page.getByLabel('To', { exact: true }).fill('2026-11-23');
  await page.getByText('5 responses', { exact: true }).waitFor();

  const link = page.getByRole('row').nth(1).getByRole('link');
  await link.click();
  const dialog = page.getByRole('dialog', { name: 'Response' });
  await dialog.getByText('None sent').waitFor();
  await expect.poll(() => new URL(page.url()).searchParams.get('username')).toBe('person-77400');

  // Its address opens it again, over the same filter; closing it shows the table.
  await page.reload();
  await dialog.getByText('None sent').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByText('5 responses', { exact: true }).waitFor();
  await expect.poll(() => new URL(page.url()).search).toBe('?from=2026-11-22&to=2026-11-23');
  await page.getByRole('button', { name: 'Remove filter: From: Nov 22, 2026' }).click();
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  await page.getByText('130 responses', { exact: true }).waitFor();
});

test('an owner starts from all forms, sees what is new, and copies a form’s link', async () => {
  const page = await responses.of('pwausers', '130 responses');
  await page.getByRole('main').getByRole('link', { name: 'Responses' }).click();
  const row = (form: string) => page.getByRole('row').filter({ hasText: form });
  await row('Join us').getByText('130').waitFor();
  await row('Request a unicorn').getByText('3', { exact: true }).waitFor();
  await page.locator('table[aria-busy=false]').waitFor();
  const { cloud } = responses.fixture.backend;
  await putEntries(cloud, [numberedEntry(90_000, 'items', { name: 'A new one' })]);
  await page.getByRole('link', { name: 'Request a unicorn' }).click();
  await page.getByText('3 responses', { exact: true }).waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Responses' }).click();
  await row('Add an item').getByText('1 new').waitFor();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await row('Add an item')
    .getByRole('button', { name: /^Copy link/ })
    .click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const { fixture } = responses;
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${fixture.appUrl}/items`);
  // The page remembers how many it has shown a moment after it knows how many there are.
  await expect
    .poll(async () => {
      // Anywhere in the row.
      await row('Add an item').getByText('1 new').click();
      await page.getByText('1 response', { exact: true }).waitFor();
      await page.goBack();
      await page.reload();
      await row('Add an item').getByText('1', { exact: true }).first().waitFor();
      return page.getByText('1 new').count();
    })
    .toBe(0);
});

test('twelve responses are in view on a small laptop, and the page scrolls, not a box in it', async () => {
  const viewport = { width: 1280, height: 800 };
  const page = await responses.of('pwausers', '130 responses');
  await page.setViewportSize(viewport);
  const inView = await page
    .locator('tbody tr')
    .evaluateAll(
      (rows, height) => rows.filter((it) => it.getBoundingClientRect().bottom <= height).length,
      viewport.height,
    );
  expect(inView).toBeGreaterThanOrEqual(12);
  await page.mouse.move(640, 600);
  await page.mouse.wheel(0, 600);
  await page.waitForFunction(() => window.scrollY > 300);
  // Its header stays in view.
  const head = await page.getByRole('columnheader').first().boundingBox();
  expect(head?.y).toBeGreaterThanOrEqual(0);
});

test('the responses that match are printed, each on a sheet of its own, and nothing else of the page', async () => {
  const page = await responses.of('pwausers', '130 responses');
  await page.getByRole('searchbox').fill('zoe friend');
  await page.getByText('13 of 130 responses').waitFor();
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('link', { name: 'Print, or save as PDF' }).click();
  await page.getByText('13 entries').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button').count()).toBe(0);
  expect(await page.getByRole('link').count()).toBe(0);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(13);
  await page.emulateMedia({ media: 'screen' });
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Back' }).press('Enter');
  await page.getByText('13 of 130 responses').waitFor();
});

/** The cells of a record in the order of the table, which has the state in its second column, and no number of no comments. */
function inOrder(it: readonly string[]) {
  const [username, state, assigned, comments] = it.slice(7);
  return [it[0], state, ...it.slice(1, 7), assigned, comments === '0' ? '' : comments, username];
}

test('the exported CSV equals the table row by row, and contains no formulas', async () => {
  const page = await responses.of('pwausers', '130 responses');
  const file = await exportAs(page, 'CSV');
  expect(file.charAt(0)).toBe('\uFEFF');
  const [header = [], ...records] = readCsv(file, { hasMark: true });
  expect(inOrder(header)).toEqual(await page.getByRole('columnheader').allTextContents());
  expect(records.map((it) => inOrder(it.map(unguarded)))).toEqual(await allTableRows(page));
  for (const cell of records.flat()) expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/);
});

test('numbers stay numbers, and locations have two columns', async () => {
  const products = await responses.of('products', '4 responses');
  await products.getByText('Export', { exact: true }).click();
  await products.getByLabel(/byte order mark/).uncheck();
  await products.getByText('Export', { exact: true }).click();
  const prices = readCsv(await exportAs(products, 'CSV')).map((it) => it[4]);
  expect(prices).toEqual(['Price (USD)', '999', '12', '0.5', '-5']);
  const rides = await responses.of('ride', '3 responses');
  const locations = readCsv(await exportAs(rides, 'CSV')).map((it) => it.slice(1, 3));
  expect(locations[0]).toEqual(['Pickup location: Latitude', 'Pickup location: Longitude']);
  expect(locations[1]).toEqual(['47.9', '-122']);
});

test('the exported JSON contains every entry as the API returns it', async () => {
  const page = await responses.of('products', '4 responses');
  const response = await (
    await signInWith('reader@example.com', ['owners'])
  ).get('products/responses');
  const { items } = (await response.json()) as { items: object[] };
  expect(JSON.parse(await exportAs(page, 'JSON'))).toEqual(items);
});

test('the exported workbook opens elsewhere, with numbers that are numbers', async () => {
  const page = await responses.of('products', '4 responses');
  await page.getByRole('button', { name: 'Price' }).click();
  await page.getByText('Export', { exact: true }).click();
  const workbook = read(await exportedBytes(page, 'Export Excel (.xlsx)'));
  expect(workbook.SheetNames).toEqual(['Responses', 'About the columns']);
  const sheet = workbook.Sheets['Responses'] ?? expect.fail();
  const rows = utils.sheet_to_json<Record<string, unknown>>(sheet);
  expect(rows.map((it) => it['Price (USD)'])).toEqual([-5, 0.5, 12, 999]);
});

test('a person who is no owner is told so on the page, and the API refuses', async () => {
  const email = 'person@example.com';
  const person = await signInWith(email, []);
  expect((await person.get('pwausers/responses')).status).toBe(403);
  expect((await person.get('pwausers/summary')).status).toBe(403);
  const page = await openResponses(responses.fixture, { form: 'pwausers', email });
  await page.getByText('Only people with a role in a form can read its responses').waitFor();
  expect(await page.getByRole('table').count()).toBe(0);
  const banner = page.getByRole('banner');
  expect(await banner.getByRole('link', { name: 'Responses' }).count()).toBe(0);
});

test('with the keyboard alone an owner turns a page, opens a response, closes it and is back where they were', async () => {
  const page = await responses.of('pwausers', '130 responses');
  await tabTo(page, page.getByRole('button', { name: 'Next' }));
  await page.keyboard.press('Enter');
  await page.getByText('51–100 of 130').waitFor();
  const link = page.getByRole('row').nth(50).getByRole('link');
  await tabTo(page, link, 'Shift+Tab');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await expect.poll(() => isFocused(dialog.getByRole('heading', { name: 'Response' }))).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => isFocused(link)).toBe(true);
  // The address follows what is typed and turned, a moment later.
  await expect.poll(() => new URL(page.url()).search).toBe('?page=2');
});

function signInWith(email: string, groups: string[]) {
  return signInAs(responses.fixture.backend.cloud, email, groups);
}
