import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** Every CSV file that the responses page exports: of the responses, and of each repeat, by what its button says. */
export async function exportedFiles(page: Page): Promise<ReadonlyMap<string, string>> {
  await page.getByText('Export', { exact: true }).click();
  const buttons = page.getByRole('button', { name: /^Export CSV/ });
  const files = new Map<string, string>();
  for (const button of await buttons.all()) {
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    files.set(await button.innerText(), readFileSync(await download.path(), 'utf8'));
  }
  return files;
}
