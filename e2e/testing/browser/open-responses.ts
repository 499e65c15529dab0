import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { signInOnPage } from './sign-in-steps.ts';

type OwnerVisit = {
  readonly form: string;
  readonly email: string;
  readonly options?: BrowserContextOptions;
  /** Runs before the app is loaded. */
  readonly beforeLoad?: (page: Page) => Promise<unknown>;
};

/** Opens the responses page by its address, and signs in on the way. */
export async function openResponses(
  { browser, appUrl }: { readonly browser: Pick<Browser, 'newContext'>; readonly appUrl: string },
  { form, email, options, beforeLoad }: OwnerVisit,
): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await beforeLoad?.(page);
  await page.goto(`${appUrl}/responses/${form}`);
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await signInOnPage(page, { email });
  await page.getByRole('heading', { level: 1 }).and(page.locator('.page-wide h1')).waitFor();
  return page;
}

/** The text of every row, page by page; a time as its `datetime`. */
export async function allTableRows(page: Page): Promise<string[][]> {
  const rows: string[][] = [];
  const next = page.getByRole('button', { name: 'Next' });
  for (;;) {
    const shown = await page
      .locator('tbody tr')
      .evaluateAll((them) =>
        them.map((row) => [
          row.querySelector('time')?.dateTime ?? '',
          ...[...row.querySelectorAll('td')].map((it) => it.textContent),
        ]),
      );
    rows.push(...shown);
    if ((await next.getAttribute('aria-disabled')) === 'true') return rows;
    await next.click();
  }
}

/** The content of the text file that the browser downloads. */
export async function exportAs(page: Page, kind: 'CSV' | 'JSON'): Promise<string> {
  await page.getByText('Export', { exact: true }).click();
  return exportFromOpenMenu(page, kind);
}

/** The same, if the export menu is open already. */
export async function exportFromOpenMenu(page: Page, kind: 'CSV' | 'JSON'): Promise<string> {
  return (await exportedBytes(page, `Export ${kind}`)).toString('utf8');
}

/** @param button in the export menu, which is open */
export function exportedBytes(page: Page, button: string): Promise<Buffer> {
  return exportedBytesBy(page, () =>
    page.getByRole('button', { name: button, exact: true }).click(),
  );
}

/** The file that the browser downloads after something was done. */
export async function exportedBytesBy(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  const name = download.suggestedFilename();
  if (!/^[a-z]+-responses-\d{4}-\d{2}-\d{2}T\d{4}(-filtered)?\.(csv|json|xlsx)$/.test(name))
    throw new Error(`A file called ${name} does not sort by when it was made.`);
  return readFileSync(await download.path());
}
