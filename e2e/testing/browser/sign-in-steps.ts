import type { Page } from 'playwright-core';
import { codeFor } from '../backend/read-mails.ts';
import { password as everybodysPassword } from '../backend/signed-in-person.ts';

type Newcomer = {
  readonly email: string;
  readonly password: string;
  /** The cloud whose inbox receives the code. */
  readonly cloud: Parameters<typeof codeFor>[0];
};

/** Fills in the sign-up form, up to the step that asks for the code. */
export async function createAccount(
  page: Page,
  { email, password }: Omit<Newcomer, 'cloud'>,
): Promise<void> {
  await page.getByRole('tab', { name: 'Create account' }).click();
  await page.getByLabel('Email address', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByLabel('Confirm password').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
}

/** Creates an account on the sign-in page, with the code from the inbox. */
export async function signUp(page: Page, { email, password, cloud }: Newcomer): Promise<void> {
  await createAccount(page, { email, password });
  await page.getByLabel('Code').fill(await codeFor(cloud, email));
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Confirms that what was filled in before signing in belongs to this account; only then is it sent. */
export async function confirmSendAs(page: Pick<Page, 'getByRole'>): Promise<void> {
  await page.getByRole('button', { name: /^Send as / }).press('Enter');
}

type Credentials = { readonly email: string; readonly password?: string };

/** Fills in the sign-in form and submits it. */
export async function signInOnPage(
  page: Page,
  { email, password = everybodysPassword }: Credentials,
): Promise<void> {
  // Somebody new on this device is first offered an account.
  await page.getByRole('tab', { name: 'Sign in' }).click();
  await page.getByLabel('Email address', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByLabel('Password', { exact: true }).press('Enter');
}
