/**
 * `npm run verify -- responses [--responses 10000]`: the responses page with ten thousand responses in
 * Chromium: how long it takes, and whether the exported file equals the table. Not a test, since the times
 * depend on the machine.
 */
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { injections } from '../../core/testing/injection-attempts.ts';
import { readCsv, unguarded } from '../../core/testing/read-csv.ts';
import {
  allTableRows,
  exportAs,
  exportFromOpenMenu,
  openResponses,
} from '../../e2e/testing/browser/open-responses.ts';
import { password } from '../../e2e/testing/backend/signed-in-person.ts';
import { numberedEntry, putEntries } from '../../e2e/testing/backend/put-entries.ts';
import { openBrowserFixture } from '../../e2e/testing/browser/browser-fixture.ts';

const { values } = parseArgs({ options: { responses: { type: 'string', default: '10000' } } });
const count = Number(values.responses);
const email = 'owner@example.com';
/** Texts that a spreadsheet would run, or mistake for something else and rewrite. */
const risky = [
  '=1+1',
  '+1',
  '-1+cmd',
  '@SUM(A1)',
  '＝1',
  '=HYPERLINK("https://evil.example","x")',
  "=cmd|' /C calc'!A0",
  "'tis",
  '007',
  '0170123456',
  '1234567890123456',
  '2026-03-31',
  '1/2',
];
const texts = [...risky, ...injections.filter((it) => it.isWellFormed())];

await using fixture = await openBrowserFixture({}, ({ Type, Properties }) => {
  // No mails about entries that were never submitted.
  if (Type === 'AWS::Lambda::EventSourceMapping')
    Properties['FilterCriteria'] = { Filters: [{ Pattern: '{"eventName":["REMOVE"]}' }] };
});
const { cloud } = fixture.backend;
await cloud.cognito.createPerson({ email, password, groups: ['owners'] });
await putEntries(
  cloud,
  Array.from({ length: count }, (_, n) =>
    numberedEntry(n, 'pwausers', {
      fname: n % 2 ? 'Mickey' : 'Zoë',
      lname: n % 100 === 0 ? texts[(n / 100) % texts.length] : `Mouse ${n}`,
      ...(n % 3 === 0 && { phone: '+491701234567' }),
      ...(n % 5 === 0 && { source: 'friend' }),
      ...(n % 7 === 0 && { news: true }),
    }),
  ),
);

const page = await openResponses(fixture, {
  form: 'pwausers',
  email,
  beforeLoad: (it) => it.addInitScript(observeInPage),
});
const all = new Intl.NumberFormat('en-US').format(count);
await page.getByText(`${all} responses`, { exact: true }).waitFor({ timeout: 120_000 });
const { firstData, firstPaint, now } = await page.evaluate(() => {
  const [first] = performance
    .getEntriesByType('resource')
    .filter(({ name }) => name.includes('/responses?limit'));
  const firstData = (first as PerformanceResourceTiming | undefined)?.responseEnd ?? Number.NaN;
  return {
    firstData,
    firstPaint: Reflect.get(window, 'firstPaint') as number,
    now: performance.now(),
  };
});
checkLimit('first paint of the table, ms after the first data', firstPaint - firstData, 1000);
print(`all ${all} loaded, ms after the first data: ${(now - firstData).toFixed(0)}`);
// Without the time for signing in.
checkLimit('longest task while loading, ms', await longestTask(page, firstData), 100);

await page.getByRole('link', { name: 'Charts' }).click();
await page.getByText(/^All [\d,]+ responses|^The newest/).waitFor();
await longestTask(page);
const before = await page.evaluate(() => performance.now());
await page.getByRole('link', { name: 'Table' }).click();
await page.locator('tbody tr').first().waitFor();
checkLimit(
  'table with all of them, ms after it was asked for',
  (await page.evaluate(() => performance.now())) - before,
  1000,
);
checkLimit('longest task of that, ms', await longestTask(page), 100);

await page.locator('.responses-table').hover();
await page.getByRole('button', { name: 'Next' }).focus();
await longestTask(page);
// Only by keyboard and wheel: finding a button in the page would be a long task itself.
for (let turn = 0; turn < 20; turn += 1) {
  for (let wheel = 0; wheel < 5; wheel += 1) await page.mouse.wheel(wheel % 2 ? 300 : -300, 500);
  await page.keyboard.press('Enter');
}
checkLimit('longest task while scrolling and turning 20 pages, ms', await longestTask(page), 100);

await page.getByRole('searchbox').pressSequentially('friend zoe', { delay: 30 });
await page.getByText(/ of [\d,]+ responses$/).waitFor();
await page.getByRole('button', { name: 'Clear search and filters' }).click();
checkLimit('longest task while searching, ms', await longestTask(page), 100);

const started = performance.now();
const file = await exportAs(page, 'CSV');
const [, ...records] = readCsv(file, { hasMark: true });
print(`export of ${records.length}, ms: ${(performance.now() - started).toFixed(0)}`);
checkLimit('longest task while exporting, ms', await longestTask(page), 100);
await page.getByLabel(/byte order mark/).uncheck();
const isMarkChosen = file === `\uFEFF${await exportFromOpenMenu(page, 'CSV')}`;
const table = await allTableRows(page);
const isEqual =
  table.length === count &&
  JSON.stringify(records.map((it) => it.slice(0, 8).map(unguarded))) === JSON.stringify(table);
const lastNames = new Map(records.map((it) => [unguarded(it[2] ?? ''), it[2]]));
const isKept = risky.every((it) => lastNames.get(it) === `'${it}`);
const isSafe = records.flat().every((it) => !/^\s*[=+\-@\t\r]/.test(it));
print(`${isEqual ? '✓' : '✗'} the file says what the table says in ${table.length} rows`);
print(`${isSafe ? '✓' : '✗'} no cell of the file runs`);
print(`${isKept ? '✓' : '✗'} leading zeros, dates and formulas are text, as they were typed`);
print(`${isMarkChosen ? '✓' : '✗'} without the byte order mark it is the same file`);
if (!isEqual || !isSafe || !isKept || !isMarkChosen) process.exitCode = 1;

/** Runs in the page: records when the first row was drawn, and all long tasks. */
function observeInPage(): void {
  const tasks: PerformanceEntry[] = [];
  Reflect.set(window, 'longTasks', tasks);
  new PerformanceObserver((list) => {
    tasks.push(...list.getEntries());
  }).observe({ type: 'longtask' });
  const checkForFirstRow = () => {
    if (!document.querySelector('tbody tr')) return requestAnimationFrame(checkForFirstRow);
    // In the next frame, the document has been painted.
    return requestAnimationFrame(() => Reflect.set(window, 'firstPaint', performance.now()));
  };
  requestAnimationFrame(checkForFirstRow);
}

/** The long tasks since the last call. @param after milliseconds since the page was opened */
async function longestTask(page: Page, after = 0): Promise<number> {
  await page.waitForTimeout(200);
  return page.evaluate((after) => {
    const tasks = (Reflect.get(window, 'longTasks') as PerformanceEntry[]).splice(0);
    return Math.max(0, ...tasks.filter((it) => it.startTime >= after).map((it) => it.duration));
  }, after);
}

function checkLimit(what: string, measured: number, limit: number): void {
  const isWithin = measured <= limit;
  print(`${isWithin ? '✓' : '✗'} ${what}: ${measured.toFixed(0)} of ${limit}`);
  if (!isWithin) process.exitCode = 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
