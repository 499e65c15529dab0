import type { Page } from 'playwright-core';
import type { Measures } from '../../bench/statistics.ts';
import { serveApp } from '../../e2e/testing/app/build-app.ts';
import { password } from '../../e2e/testing/backend/signed-in-person.ts';
import { withoutServiceWorker } from '../../e2e/testing/browser/browser-fixture.ts';
import { openResponses } from '../../e2e/testing/browser/open-responses.ts';
import { launchBrowser } from '../../tools/chromium.js';
import type { FilledBackend } from './filled-backend.ts';

const email = 'table@example.com';
/** Milliseconds. */
const longest = 600_000;

/** The longest tasks of the page while its table has so many rows, and an owner works with them. */
export async function measureTable(
  form: string,
  backend: FilledBackend,
  rows: number,
): Promise<Measures> {
  await using opened = new AsyncDisposableStack();
  const browser = opened.adopt(await launchBrowser(), (it) => it.close());
  const { url: appUrl } = opened.use(await serveApp(backend));
  await backend.cloud.cognito.createPerson({ email, password, groups: ['owners'] });
  const page = await openResponses(
    { appUrl, browser },
    {
      form,
      email,
      options: withoutServiceWorker,
      beforeLoad: (it) => it.addInitScript(observeTasks),
    },
  );
  const status = page.locator('.responses-status output span').first();
  const settled = (text: RegExp) => status.filter({ hasText: text }).waitFor({ timeout: longest });
  await page.locator('tbody tr').first().waitFor();
  await longestTask(page);
  for (let loaded = 10_000; loaded < rows; loaded += 10_000) {
    await page.getByRole('button', { name: 'Load more' }).waitFor({ timeout: longest });
    await page.getByRole('button', { name: 'Load more' }).press('Enter');
  }
  await settled(/loaded\. There are more|responses$/);
  const loadedText = await status.textContent();
  const ofLoading = await longestTask(page);

  await page.getByRole('button', { name: 'Next' }).focus();
  await longestTask(page);
  for (let turn = 0; turn < 20; turn += 1) await page.keyboard.press('Enter');
  const ofTurning = await longestTask(page);

  await page.getByRole('searchbox').focus();
  await page.keyboard.type('layla', { delay: 60 });
  await settled(/ of /);
  const ofSearching = await longestTask(page);

  await page.getByRole('columnheader').nth(1).getByRole('button').press('Enter');
  await settled(/ of /);
  const ofSortingFound = await longestTask(page);
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await settled(/loaded\. There are more|^[\d,]+ responses$/);
  const ofSortingAll = await longestTask(page);
  const measure = (value: number) => ({ value, how: loadedText ?? '' });
  return {
    'longest task while 100 000 rows are loaded (ms)': measure(ofLoading),
    'longest task while 20 of their pages are turned (ms)': measure(ofTurning),
    'longest task while they are searched (ms)': measure(ofSearching),
    'longest task while what was found is sorted (ms)': measure(ofSortingFound),
    'longest task while all of them are sorted (ms)': measure(ofSortingAll),
  };
}

/** Runs in the page. */
function observeTasks(): void {
  const tasks: PerformanceEntry[] = [];
  Reflect.set(window, 'longTasks', tasks);
  new PerformanceObserver((list) => {
    tasks.push(...list.getEntries());
  }).observe({ type: 'longtask' });
}

/** Since the last call, in milliseconds. Below 50 there is none. */
async function longestTask(page: Page): Promise<number> {
  await page.waitForTimeout(200);
  return page.evaluate(() => {
    const tasks = (Reflect.get(window, 'longTasks') as PerformanceEntry[]).splice(0);
    return Math.max(0, ...tasks.map((it) => it.duration));
  });
}
