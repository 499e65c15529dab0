import type { Locator, Page } from 'playwright-core';

/**
 * Presses a key as often as a person would have to, and no more than they would bear.
 * @param key Tab, or what else leads from one thing to the next
 */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error('The keyboard does not get there.');
}

export function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((it) => it === document.activeElement);
}
