import { setTimeout as wait } from 'node:timers/promises';
import { figure, type Measures } from '../../bench/statistics.ts';
import { serveApp } from '../../e2e/testing/app/build-app.ts';
import { password } from '../../e2e/testing/backend/signed-in-person.ts';
import { openResponses } from '../../e2e/testing/browser/open-responses.ts';
import type { FilledBackend } from './filled-backend.ts';
import { longestTask } from './longest-task.ts';
import { pressing, startUnwatchedBrowser, type UnwatchedPage } from './unwatched-browser.ts';

const email = 'table@example.com';
/** Milliseconds. */
const longest = 600_000;
const hasMore = /loaded\. There are more/;
const allLoaded = /loaded\. There are more|^[\d,]+ responses$/;

/** The longest tasks of the page while its table has so many rows, and an owner works with them. */
export async function measureTable(
  form: string,
  backend: FilledBackend,
  rows: number,
): Promise<Measures> {
  await using opened = new AsyncDisposableStack();
  const { browser, leave } = opened.use(await startUnwatchedBrowser());
  const { url: appUrl } = opened.use(await serveApp(backend));
  await backend.cloud.cognito.createPerson({ email, password, groups: ['owners'] });
  const page = await openResponses({ appUrl, browser }, { form, email });
  await page.locator('tbody tr').first().waitFor();
  const unwatched = await leave(page);
  const owner = actionsOn(unwatched);
  const measures: Record<string, { value: number; how: string }> = {};
  const measure = async (what: string, act: () => Promise<unknown>) => {
    const name = `longest task while ${what} (ms)`;
    const { own, byClock } = await longestTask(
      unwatched.browserAddress,
      async () => void (await act()),
    );
    if (own > (measures[name]?.value ?? 0))
      measures[name] = { value: own, how: `${figure(byClock)} ms by the clock` };
  };

  for (let loaded = 10_000; loaded < rows; loaded += 10_000) {
    await owner.untilStatus(hasMore);
    await measure('100 000 rows are loaded', async () => {
      await owner.press('Load more');
      await owner.untilStatus(loaded + 10_000 < rows ? hasMore : allLoaded);
    });
  }
  await measure('20 of their pages are turned', async () => {
    for (let turn = 0; turn < 20; turn += 1) await owner.press('Next');
    await owner.untilStatus(allLoaded);
  });
  await measure('they are searched', () => owner.search('layla', / of /));
  await measure('what was found is sorted', () => owner.sortBySecondColumn(/ of /));
  await measure('all of them are sorted', () => owner.search('', allLoaded));
  return measures;
}

/** What an owner does, in the page. */
function actionsOn({ ask }: UnwatchedPage) {
  /** Waits until the line above the table says it. It says something else while the browser loads or sorts. */
  async function untilStatus(text: RegExp) {
    const end = performance.now() + longest;
    const status = `document.querySelector('.responses-status output span')?.textContent ?? ''`;
    do {
      // What was just done shows in the next frame.
      await wait(200);
      if (text.test(String(await ask(status)))) return;
    } while (performance.now() < end);
    throw new Error(`The page does not say ${String(text)}, but ${String(await ask(status))}.`);
  }
  return {
    untilStatus,
    press: (button: string) => ask(pressing(button)),
    async search(text: string, status: RegExp) {
      // Letter by letter.
      for (let length = Math.min(1, text.length); length <= text.length; length += 1) {
        await ask(`(() => {
          const box = document.querySelector('input[type=search]');
          box.select();
          document.execCommand(${length === 0 ? `'delete'` : `'insertText', false, '${text.slice(0, length)}'`});
        })()`);
        await wait(60);
      }
      await untilStatus(status);
    },
    async sortBySecondColumn(status: RegExp) {
      await ask(`document.querySelectorAll('th .sortable')[1].click()`);
      await untilStatus(status);
    },
  };
}
