import type { Page } from 'playwright-core';
import { codeFor } from './inbox.ts';
import { password as everybodysPassword } from './person.ts';

type Newcomer = {
  readonly email: string;
  readonly password: string;
  /** Where the code arrives. */
  readonly cloud: Parameters<typeof codeFor>[0];
};

/** As far as the step with the code. */
export async function createAccount(
  page: Page,
  { email, password }: Omit<Newcomer, 'cloud'>,
): Promise<void> {
  await page.getByRole('tab', { name: 'Create account' }).click();
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByLabel('Type the password again').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
}

/** Makes an account on the sign-in page, as a newcomer does, with the code from the inbox. */
export async function signUp(page: Page, { email, password, cloud }: Newcomer): Promise<void> {
  await createAccount(page, { email, password });
  await page.getByLabel('Code').fill(await codeFor(cloud, email));
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Says that what was filled in before signing in is theirs: only then it is sent. */
export async function sendAsOneself(page: Pick<Page, 'getByRole'>): Promise<void> {
  await page.getByRole('button', { name: /^Send as / }).press('Enter');
}

type Known = { readonly email: string; readonly password?: string };

/** Fills in the sign-in page, wherever the person came from, and sends it. */
export async function signInOnPage(
  page: Page,
  { email, password = everybodysPassword }: Known,
): Promise<void> {
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByLabel('Password', { exact: true }).press('Enter');
}
