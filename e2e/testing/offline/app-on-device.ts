import type { BrowserContext, Locator, Page } from 'playwright-core';
import { storedDrafts } from './stored-drafts.ts';
import type { OfflineFixture } from './offline-fixture.ts';
import { expect } from 'vitest';
import { newSession, putTokens, type AmplifySession } from './amplify-session.ts';
import { signInOnPage } from '../browser/sign-in-steps.ts';
import { isFocused } from '../browser/keyboard.ts';
import { openMenu, waitUntilSignedIn } from '../browser/menu-steps.ts';

/** A device with the app on it. */
export type AppOnDevice = AsyncDisposable & {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly session: AmplifySession;
};

/** A device on which somebody has signed in and the app is ready to work offline. */
export async function openDevice(
  fixture: OfflineFixture,
  session?: AmplifySession,
): Promise<AppOnDevice> {
  const context = await fixture.browser.newContext();
  const owner = session ?? (await newSession(fixture.backend.cloud));
  const page = await openApp(context, fixture.appUrl);
  await putSession(page, owner);
  return {
    context,
    page,
    session: owner,
    [Symbol.asyncDispose]: () => context[Symbol.asyncDispose](),
  };
}

/** Waits until the parts that send a form are loaded: no deployment can take them away any more. */
export async function untilPreloaded(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some((it) => it.name.includes('/with-account-')),
  );
}

/** Opens the first form and waits until it can be opened again offline. */
export async function openApp(context: BrowserContext, appUrl: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${appUrl}/pwausers`);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  return page;
}

/** Stores a session, as if the person had signed in here before. */
export async function putSession(page: Page, session: AmplifySession): Promise<void> {
  await untilDatabaseExists(page);
  await putTokens(page, session);
  const { username, email } = session;
  await page.evaluate(
    (person) => localStorage.setItem('formstead:person', JSON.stringify(person)),
    { username, email },
  );
  await page.reload();
  await waitUntilSignedIn(page);
}

/** Waits for the app to create it, because only the app knows its schema. */
async function untilDatabaseExists(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open('formstead');
        opening.addEventListener('upgradeneeded', () => opening.transaction?.abort());
        opening.addEventListener('error', () => resolve(false));
        opening.addEventListener('success', () => {
          opening.result.close();
          resolve(true);
        });
      }),
  );
}

/** Fills in the first form. The name identifies the entry. */
export async function fillFirstForm(page: Page, firstName: string): Promise<void> {
  await page.getByLabel('First name').fill(firstName);
  await page.getByLabel('Last name').fill('Mouse');
}

export async function submitEntry(page: Page, firstName: string): Promise<void> {
  await fillFirstForm(page, firstName);
  // By keyboard: in a background tab a click takes seconds.
  await page.getByLabel('Last name').press('Enter');
}

/** Sees that an entry, or a change to one, is delivered. */
export async function seesDelivered(page: Page): Promise<void> {
  const name = /^(Sent|Changes saved)$/;
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

export async function seesTyped(page: Page, firstName: string): Promise<void> {
  await expect.poll(() => page.getByLabel('First name').inputValue()).toBe(firstName);
}

/** Sees that an entry is saved but not delivered. */
export async function seesSaved(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Saved on this device', level: 1 }).waitFor();
}

/** Waits until the outbox in this tab is empty. */
export async function seesNothingWaiting(page: Page): Promise<void> {
  await openOutbox(page);
  await page.getByText('Everything has been sent.').waitFor();
}

/** Discards a change in the outbox, and waits until "Undo" has taken the focus. */
export async function discard(shown: Locator | Page, page: Page): Promise<void> {
  await shown.getByRole('button', { name: 'Discard' }).press('Enter');
  // A key pressed earlier could still land on "Undo".
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect.poll(() => isFocused(undo)).toBe(true);
}

/** Submits one entry after the other without waiting for deliveries. */
export async function saveEntries(page: Page, ...firstNames: readonly string[]): Promise<void> {
  for (const name of firstNames) {
    await submitEntry(page, name);
    await seesSaved(page);
    await page.getByRole('button', { name: 'Fill in another' }).press('Enter');
  }
}

/** Signs in and returns to the same page. */
export async function signIn(page: Page, { email }: Pick<AmplifySession, 'email'>): Promise<void> {
  await page.getByRole('banner').getByRole('link', { name: 'Sign in', exact: true }).press('Enter');
  await signInOnPage(page, { email });
  await waitUntilSignedIn(page);
}

/** Waits until the drafts of this device say all of this: each key stores another. */
export async function seesDraftSaved(
  page: Page,
  ...typed: readonly [string, ...string[]]
): Promise<void> {
  await expect
    .poll(async () => {
      const drafts = await storedDrafts(page);
      return typed.filter((it) => !drafts.includes(it));
    })
    .toEqual([]);
}

export async function openOutbox(page: Page): Promise<void> {
  // The header has a link only while something waits.
  const link = page.getByRole('banner').getByRole('link', { name: 'Outbox', exact: true });
  // A delivery that ends moves the focus to its receipt, and with that closes the menu.
  const isFollowed = async () => {
    await openMenu(page);
    await link.press('Enter', { timeout: 2000 });
    return true;
  };
  await expect.poll(isFollowed).toBe(true);
}
