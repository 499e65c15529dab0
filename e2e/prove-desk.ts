/**
 * `npm run prove:desk [-- --responses 10000]`: the desk with ten thousand responses in real Chromium, how
 * long it takes and whether its file says what the table says. Timings are of this machine, so no test.
 */
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { injections } from '../core/injections.contract.ts';
import { readCsv, unguarded } from '../core/read-csv.contract.ts';
import { everyRow, exported, exportedAgain, openDesk } from './at-desk.ts';
import { password } from './person.ts';
import { entryNumber, seed } from './seeded.ts';
import { openStage } from './stage.ts';

const { values } = parseArgs({ options: { responses: { type: 'string', default: '10000' } } });
const count = Number(values.responses);
const email = 'owner@example.com';
/** What a spreadsheet would run, and what it would take for something else and rewrite. */
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

await using stage = await openStage(({ Type, Properties }) => {
  // Nobody is to get a mail about what was never submitted.
  if (Type === 'AWS::Lambda::EventSourceMapping')
    Properties['FilterCriteria'] = { Filters: [{ Pattern: '{"eventName":["REMOVE"]}' }] };
});
const { cloud } = stage.world;
await cloud.cognito.createPerson({ email, password, groups: ['owners'] });
await seed(
  cloud,
  Array.from({ length: count }, (_, n) =>
    entryNumber(n, 'pwausers', {
      fname: n % 2 ? 'Mickey' : 'Zoë',
      lname: n % 100 === 0 ? texts[(n / 100) % texts.length] : `Mouse ${n}`,
      ...(n % 3 === 0 && { phone: '+491701234567' }),
      ...(n % 5 === 0 && { source: 'friend' }),
      ...(n % 7 === 0 && { news: true }),
    }),
  ),
);

const page = await openDesk(stage, {
  form: 'pwausers',
  email,
  prepare: (it) => it.addInitScript(watch),
});
const all = new Intl.NumberFormat('en-US').format(count);
await page.getByText(`Responses: ${all}`, { exact: true }).waitFor({ timeout: 120_000 });
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
judge('first paint of the table, ms after the first data', firstPaint - firstData, 1000);
say(`all ${all} loaded, ms after the first data: ${(now - firstData).toFixed(0)}`);
// Not what signing in took, which is before it.
judge('longest task while loading, ms', await longestTask(page, firstData), 100);

await page.getByRole('link', { name: 'Charts' }).click();
await page.getByText(/^All responses|^The newest/).waitFor();
await longestTask(page);
const before = await page.evaluate(() => performance.now());
await page.getByRole('link', { name: 'Table' }).click();
await page.locator('tbody tr').first().waitFor();
judge(
  'table with all of them, ms after it was asked for',
  (await page.evaluate(() => performance.now())) - before,
  1000,
);
judge('longest task of that, ms', await longestTask(page), 100);

await page.locator('.desk-scroll').hover();
await page.getByRole('button', { name: 'Next' }).focus();
await longestTask(page);
// By keys and wheel alone: to look for a button in the page would be a task of its own.
for (let turn = 0; turn < 20; turn += 1) {
  for (let wheel = 0; wheel < 5; wheel += 1) await page.mouse.wheel(wheel % 2 ? 300 : -300, 500);
  await page.keyboard.press('Enter');
}
judge('longest task while scrolling and turning 20 pages, ms', await longestTask(page), 100);

await page.getByRole('searchbox').pressSequentially('friend zoe', { delay: 30 });
await page.getByText(/^Matching: /).waitFor();
await page.getByRole('button', { name: 'Clear search and filters' }).click();
judge('longest task while searching, ms', await longestTask(page), 100);

const started = performance.now();
const file = await exported(page, 'CSV');
const [, ...records] = readCsv(file, { hasMark: true });
say(`export of ${records.length}, ms: ${(performance.now() - started).toFixed(0)}`);
judge('longest task while exporting, ms', await longestTask(page), 100);
await page.getByLabel(/byte order mark/).uncheck();
const isMarkChosen = file === `\uFEFF${await exportedAgain(page, 'CSV')}`;
const table = await everyRow(page);
const isEqual =
  table.length === count &&
  JSON.stringify(records.map((it) => it.slice(0, 8).map(unguarded))) === JSON.stringify(table);
const lastNames = new Map(records.map((it) => [unguarded(it[2] ?? ''), it[2]]));
const isKept = risky.every((it) => lastNames.get(it) === `'${it}`);
const isSafe = records.flat().every((it) => !/^\s*[=+\-@\t\r]/.test(it));
say(`${isEqual ? '✓' : '✗'} the file says what the table says in ${table.length} rows`);
say(`${isSafe ? '✓' : '✗'} no cell of the file runs`);
say(`${isKept ? '✓' : '✗'} leading zeros, dates and formulas are text, as they were typed`);
say(`${isMarkChosen ? '✓' : '✗'} without the byte order mark it is the same file`);
if (!isEqual || !isSafe || !isKept || !isMarkChosen) process.exitCode = 1;

/** Runs in the page: when the first row was drawn, and every task too long to go unnoticed. */
function watch(): void {
  const tasks: PerformanceEntry[] = [];
  Reflect.set(window, 'longTasks', tasks);
  new PerformanceObserver((list) => {
    tasks.push(...list.getEntries());
  }).observe({ type: 'longtask' });
  const look = () => {
    if (!document.querySelector('tbody tr')) return requestAnimationFrame(look);
    // In the frame after it, what was in the document has been painted.
    return requestAnimationFrame(() => Reflect.set(window, 'firstPaint', performance.now()));
  };
  requestAnimationFrame(look);
}

/** Of those since it was asked last. @param after milliseconds since the page was opened */
async function longestTask(page: Page, after = 0): Promise<number> {
  await page.waitForTimeout(200);
  return page.evaluate((after) => {
    const tasks = (Reflect.get(window, 'longTasks') as PerformanceEntry[]).splice(0);
    return Math.max(0, ...tasks.filter((it) => it.startTime >= after).map((it) => it.duration));
  }, after);
}

function judge(what: string, measured: number, most: number): void {
  const isWithin = measured <= most;
  say(`${isWithin ? '✓' : '✗'} ${what}: ${measured.toFixed(0)} of ${most}`);
  if (!isWithin) process.exitCode = 1;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
