import type { Page } from 'playwright-core';

/** What a walk through a form with pages has visited. */
export type WalkedPages = {
  /** The addresses of the pages that the answers lead to, the first of them first. */
  readonly pages: readonly string[];
  /** The fields whose answers can be changed. */
  readonly changed: readonly string[];
};

/**
 * Begins where the answers are checked: follows each “Change” to its question and back, then “Back” to the first
 * page, and opens every page by its address. Throws if one leads elsewhere. Finds elements without relying on a
 * language.
 */
export async function walkFormPages(page: Page): Promise<WalkedPages> {
  const check = pathOf(page);
  const changed = await followChanges(page, check);
  const pages = await followBack(page);
  const nowhere = `${check.slice(0, check.lastIndexOf('/'))}/page/no-such-page`;
  for (const address of [...pages, check, nowhere]) {
    await openInApp(page, address);
    await untilAt(page, address === nowhere ? check : address);
  }
  await openInApp(page, check);
  await untilAt(page, check);
  return { pages, changed };
}

async function followChanges(page: Page, check: string): Promise<readonly string[]> {
  const links = await page.locator('.change a').all();
  const addresses = await Promise.all(links.map((it) => it.getAttribute('href')));
  const changed: string[] = [];
  for (const [i, address] of addresses.entries()) {
    const field = new URLSearchParams(address?.split('?')[1]).get('change') ?? '';
    await page.locator('.change a').nth(i).click();
    const label = page.locator(`[id="answer-${field}-label"]`);
    await label.waitFor();
    await goOn(page, check);
    changed.push(field);
  }
  return changed;
}

/** Presses “Continue”: twice, if the page has a warning that may be ignored. */
async function goOn(page: Page, check: string): Promise<void> {
  await page.locator('.form button[type=submit]').click();
  const warning = page.locator('.summary[data-warnings]');
  await Promise.race([warning.waitFor().catch(() => undefined), untilAt(page, check)]);
  if (pathOf(page) !== check) await page.locator('.form button[type=submit]').click();
  await untilAt(page, check);
}

async function followBack(page: Page): Promise<readonly string[]> {
  const pages: string[] = [];
  for (;;) {
    const back = page.locator('.back');
    if ((await back.count()) === 0) return pages;
    const href = (await back.getAttribute('href')) ?? '';
    const address = new URL(href, page.url()).pathname;
    // Not a click: a second one soon after the first counts as a double click, which does nothing.
    await back.press('Enter');
    await untilAt(page, address);
    // The address changes before the page does, whose own “Back” leads elsewhere.
    await page.locator(`.back[href="${href}"]`).waitFor({ state: 'detached' });
    pages.unshift(address);
  }
}

/** Opens an address as a link within the app does: a reload for each page of a long form would take minutes. */
export async function openInApp(page: Page, address: string): Promise<void> {
  await page.evaluate((it) => {
    history.pushState(null, '', it);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, address);
}

/** Waits for the page of a form at an address. */
export async function untilAt(page: Page, path: string): Promise<void> {
  await page.waitForURL((url) => url.pathname === path);
  await page.locator('main:not([aria-busy]) h1').waitFor();
}

function pathOf(page: Page): string {
  return new URL(page.url()).pathname;
}
