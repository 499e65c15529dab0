import type { Locator, Page } from 'playwright-core';

/**
 * Presses a key until a locator has the focus, but not more often than a person would: a page of the table of responses
 * has fifty rows, with a heading that sorts for each column before them.
 * @param key Tab, or another key that moves the focus
 */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 100; presses += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error('The keyboard does not get there.');
}

export function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((it) => it === document.activeElement);
}
