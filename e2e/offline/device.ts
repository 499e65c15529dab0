import type { BrowserContext, Page } from 'playwright-core';
import { dumpOf } from './dump.ts';
import type { Field } from './field.ts';
import { expect } from 'vitest';
import { newSession, putTokens, type Session } from './session.ts';
import { signInOnPage } from '../sign-in-page.ts';

/** One person's device, with the app on it. */
export type Device = AsyncDisposable & {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly session: Session;
};

/** A device on which somebody has signed in, whose app is ready for a day without a network. */
export async function openDevice(field: Field, session?: Session): Promise<Device> {
  const context = await field.browser.newContext();
  const owner = session ?? (await newSession(field.world.cloud));
  const page = await openApp(context, field.appUrl);
  await beSignedIn(page, owner);
  return { context, page, session: owner, [Symbol.asyncDispose]: () => context.close() };
}

/** The app at its first form, once it could be opened again without a network. */
export async function openApp(context: BrowserContext, appUrl: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${appUrl}/pwausers`);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  return page;
}

/** As if they had signed in here before. */
export async function beSignedIn(page: Page, session: Session): Promise<void> {
  await untilDatabaseIsMade(page);
  await putTokens(page, session);
  const { username, email } = session;
  await page.evaluate(
    (person) => localStorage.setItem('formstead:person', JSON.stringify(person)),
    { username, email },
  );
  await page.reload();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

/** By the app: nobody else knows its shape. */
async function untilDatabaseIsMade(page: Page): Promise<void> {
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

/** Fills in the first form. Names tell entries apart. */
export async function fill(page: Page, firstName: string): Promise<void> {
  await page.getByLabel('First name').fill(firstName);
  await page.getByLabel('Last name').fill('Mouse');
}

export async function send(page: Page, firstName: string): Promise<void> {
  await fill(page, firstName);
  // By the keyboard: in a tab that is not in front a click takes seconds.
  await page.getByLabel('Last name').press('Enter');
}

/** That an entry has arrived, or a change to one. */
export async function seesDelivered(page: Page): Promise<void> {
  const name = /^(Delivered|Your change is saved)$/;
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

export async function seesTyped(page: Page, firstName: string): Promise<void> {
  await expect.poll(() => page.getByLabel('First name').inputValue()).toBe(firstName);
}

/** Saved, and the page says that it is not delivered. */
export async function seesSaved(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Saved on this device', level: 1 }).waitFor();
}

/** The outbox in this tab, once nothing waits in it any more. */
export async function seesNothingWaiting(page: Page): Promise<void> {
  await openOutbox(page);
  await page.getByText('Nothing waits: everything is delivered.').waitFor();
}

/** Fills in one form after the other, without waiting for any to leave. */
export async function save(page: Page, ...firstNames: readonly string[]): Promise<void> {
  for (const name of firstNames) {
    await send(page, name);
    await seesSaved(page);
    await page.getByRole('button', { name: 'Fill in another' }).press('Enter');
  }
}

/** Signs in as a person does, and is back where they were. */
export async function signIn(page: Page, { email }: Pick<Session, 'email'>): Promise<void> {
  await page.getByRole('banner').getByRole('link', { name: 'Sign in', exact: true }).press('Enter');
  await signInOnPage(page, { email });
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

/** Once the draft with this text is on the disk. */
export async function seesKept(page: Page): Promise<void> {
  await expect.poll(async () => (await dumpOf(page)).records['drafts']).toBe(1);
}

export async function openOutbox(page: Page): Promise<void> {
  const header = page.getByRole('banner');
  await header.getByRole('link', { name: /^Outbox/ }).press('Enter');
}
