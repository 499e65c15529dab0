import type { BrowserContext, Page } from 'playwright-core';

const pages = {
  home: '/',
  form: '/pwausers',
  'form with a map': '/ride',
  'my entries': '/entries',
  'withdrawn entries': '/entries?status=withdrawn',
  responses: '/responses/pwausers',
  charts: '/responses/pwausers?view=charts',
  outbox: '/outbox',
  account: '/account',
  about: '/about',
  API: '/api',
};

const widths = [360, 1280];
/** Milliseconds after which a page shows everything. */
const settled = 2500;

/**
 * The layout shift of each page while it loads on a slow processor, by page and window width:
 * https://web.dev/articles/cls, without session windows.
 */
export async function layoutShifts(
  context: BrowserContext,
  appUrl: string,
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  const page = await context.newPage();
  await page.addInitScript(watch);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(appUrl + path);
      await page.waitForTimeout(settled);
      found.set(`${name}, ${width} px wide`, await shiftOf(page));
    }
  }
  await page.close();
  return found;
}

/** Runs in the page. */
function watch(): void {
  Reflect.set(window, 'shifted', 0);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
      Reflect.set(window, 'shifted', (Reflect.get(window, 'shifted') as number) + entry.value);
  }).observe({ type: 'layout-shift', buffered: true });
}

function shiftOf(page: Page): Promise<number> {
  return page.evaluate(() => Reflect.get(window, 'shifted') as number);
}
