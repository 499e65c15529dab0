import type { Page } from 'playwright-core';

/** Waits until the app has replaced the prerendered form, whose buttons do nothing yet. */
export async function untilAppIsDrawn(page: Page): Promise<void> {
  await page.locator('#app form').first().waitFor();
}
