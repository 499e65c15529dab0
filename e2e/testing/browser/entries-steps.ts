import type { Page } from 'playwright-core';

/** Opens the list of a person's own entries. */
export async function openEntries(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'My entries' }).press('Enter');
  await page.getByRole('heading', { name: 'My entries', level: 1 }).waitFor();
}

/** The line of an entry with this text. */
export function entryLine(page: Page, text: string | RegExp) {
  return page.getByRole('main').getByRole('listitem').filter({ hasText: text });
}

/** Shows the withdrawn entries instead of the others. */
export async function chooseWithdrawn(page: Page): Promise<void> {
  await page.getByLabel('Status').selectOption('Withdrawn');
  await page.getByRole('heading', { name: 'Withdrawn entries', level: 1 }).waitFor();
}

/** Opens the page of the entry with this text, from the list. */
export async function openEntry(page: Page, text: string | RegExp = /./): Promise<void> {
  await entryLine(page, text).first().getByRole('link').press('Enter');
  await page.getByRole('heading', { name: 'History' }).waitFor();
}

/** Opens the only entry, and then the form with its answers. */
export async function editEntry(page: Page): Promise<void> {
  await openEntries(page);
  await openEntry(page);
  await page.getByRole('main').getByRole('link', { name: 'Edit' }).press('Enter');
  await page.getByLabel('First name').waitFor();
}
