import { expect } from 'vitest';
import type { Page } from 'playwright-core';

// In any case, because translated pages are tested in capitals.
const signInName = /^sign in$/i;
const signOutName = /^sign out$/i;

/** Opens the header's menu, again if the page moves the focus meanwhile, which closes it. */
export async function openMenu(page: Page): Promise<void> {
  const button = page.getByRole('banner').getByRole('button', { name: 'Menu' });
  const isOpen = async () => {
    if ((await button.getAttribute('aria-expanded')) !== 'true') await button.press('Enter');
    await page.getByLabel('Language').waitFor({ timeout: 2000 });
    return true;
  };
  await expect.poll(isOpen).toBe(true);
}

/** Presses “Sign out” in the header's menu. */
export async function signOut(page: Page): Promise<void> {
  await openMenu(page);
  await page.getByRole('button', { name: signOutName }).press('Enter');
}

/** The link that the header has for people who are not signed in, and for those whose session has expired. */
export function signInLink(page: Page) {
  return page.getByRole('banner').getByRole('link', { name: signInName });
}

/** Waits until somebody is signed in. */
export async function waitUntilSignedIn(page: Page): Promise<void> {
  const link = page.getByRole('link', { name: signInName });
  await page.getByRole('navigation').filter({ hasNot: link }).waitFor();
}
