import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Stage } from './stage.ts';
import { signInOnPage } from './sign-in-page.ts';

type Visit = {
  readonly form: string;
  readonly email: string;
  readonly options?: BrowserContextOptions;
  /** Before the app is loaded. */
  readonly prepare?: (page: Page) => Promise<unknown>;
};

/** Somebody who types the address of the desk, and signs in because of it. */
export async function openDesk(
  { browser, appUrl }: Stage,
  { form, email, options, prepare }: Visit,
): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await prepare?.(page);
  await page.goto(`${appUrl}/${form}/responses`);
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await signInOnPage(page, { email });
  await page.getByRole('heading', { name: 'Responses', level: 1 }).waitFor();
  return page;
}

/** What the table says, page after page; of a moment the one it stands for. */
export async function everyRow(page: Page): Promise<string[][]> {
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

/** The file that a browser has saved. */
export async function exported(page: Page, kind: 'CSV' | 'JSON'): Promise<string> {
  await page.getByText('Export', { exact: true }).click();
  return exportedAgain(page, kind);
}

/** The same, where the ways to export are on the page already. */
export async function exportedAgain(page: Page, kind: 'CSV' | 'JSON'): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Export ${kind}` }).click(),
  ]);
  const name = download.suggestedFilename();
  if (!/^[a-z]+-responses-\d{4}-\d{2}-\d{2}T\d{4}\.(csv|json)$/.test(name))
    throw new Error(`A file called ${name} does not sort by when it was made.`);
  return readFileSync(await download.path(), 'utf8');
}
