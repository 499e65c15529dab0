import type { Page } from 'playwright-core';
import { figure, interleaved, median, type Measures } from '../../bench/statistics.ts';
import { serveApp } from '../../e2e/testing/app/build-app.ts';
import { signInAs } from '../../e2e/testing/backend/signed-in-person.ts';
import { withoutServiceWorker } from '../../e2e/testing/browser/browser-fixture.ts';
import { openResponses } from '../../e2e/testing/browser/open-responses.ts';
import { launchBrowser } from '../../tools/chromium.js';
import type { FilledBackend } from './filled-backend.ts';

const rounds = 9;

type View = {
  /** What follows the address of the form's responses. */
  readonly query: string;
  /** Selects what is on the page as soon as it shows what was asked for. */
  readonly shows: string;
};

/** How long Chromium takes to show parts of the responses page, with many entries and with few. */
export async function measurePages(
  form: string,
  filter: string,
  backends: readonly [few: FilledBackend, many: FilledBackend],
): Promise<Measures> {
  await using opened = new AsyncDisposableStack();
  const browser = opened.adopt(await launchBrowser(), (it) => it.close());
  const visits: { readonly page: Page; readonly address: string; readonly one: string }[] = [];
  for (const backend of backends) {
    const email = 'viewer@example.com';
    const owner = await signInAs(backend.cloud, email, ['owners']);
    const { url: appUrl } = opened.use(await serveApp(backend));
    const page = await openResponses(
      { appUrl, browser },
      { form, email, options: withoutServiceWorker },
    );
    const found = await owner.get(`${form}/responses?limit=1&to=2025-11-01`);
    const { items } = (await found.json()) as { items: { username: string; id: string }[] };
    const [{ username, id } = { username: '', id: '' }] = items;
    const address = `${appUrl}/responses/${form}`;
    visits.push({ page, address, one: new URLSearchParams({ username, id }).toString() });
  }
  const views: Readonly<Record<string, (one: string) => View>> = {
    'first page on the screen': () => ({ query: '', shows: 'tbody tr:nth-child(50)' }),
    'filtered by an answer, on the screen': () => ({
      query: `?${filter}`,
      shows: 'tbody tr:nth-child(50)',
    }),
    'charts on the screen': () => ({ query: '?view=charts', shows: '.responses-charts' }),
    'one response on the screen': (one) => ({ query: `?${one}`, shows: '.responses-detail dl' }),
  };
  const measures: Record<string, { value: number; how: string }> = {};
  for (const [what, viewOf] of Object.entries(views)) {
    const times = new Map<Page, number[]>();
    for (const { page, address, one } of interleaved(visits, rounds)) {
      const ms = await timeToShow(page, address, viewOf(one));
      times.set(page, [...(times.get(page) ?? []), ms]);
    }
    const [few = Number.NaN, many = Number.NaN] = visits.map(({ page }) =>
      median(times.get(page) ?? []),
    );
    measures[`${what}, of the same with 1000`] = {
      value: many / few,
      how: `${figure(many)} against ${figure(few)} ms`,
    };
  }
  return measures;
}

/** Milliseconds from the beginning of the navigation to the frame after the element is there. */
async function timeToShow(page: Page, address: string, { query, shows }: View): Promise<number> {
  await page.goto('about:blank');
  await page.goto(address + query);
  return page.evaluate(
    (shows) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (!document.querySelector(shows)) requestAnimationFrame(look);
          else requestAnimationFrame(() => resolve(performance.now()));
        };
        look();
      }),
    shows,
  );
}
