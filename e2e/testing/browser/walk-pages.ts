import type { Page } from 'playwright-core';
import { password } from '../backend/signed-in-person.ts';

/** Inspects the page in its current state. */
export type Inspect = (what: string) => Promise<void>;

type PageWalk = {
  readonly page: Page;
  readonly appUrl: string;
  readonly email: string;
  readonly inspect: Inspect;
};

/** Visits every page that a respondent sees. Finds elements without relying on a language. */
export async function walkAsVisitor({ page, appUrl, email, inspect }: PageWalk): Promise<void> {
  const to = async (path: string) => {
    await page.goto(appUrl + path);
    await page.locator('h1').waitFor();
  };
  await to('/');
  await inspect('home');
  await page.locator('.menu-button').click();
  await page.locator('.settings').waitFor();
  await inspect('menu');
  await to('/no/such/page');
  await inspect('not found');
  await to('/pwausers');
  await inspect('form');
  await page.locator('.form button[type=submit]').click();
  await page.locator('.summary').waitFor();
  await inspect('form with errors');
  await to('/ride');
  await page.locator('.map-face').click();
  await inspect('map');
  await to('/products');
  await inspect('another form');
  await to('/api');
  for (const route of await page.locator('summary').all()) await route.click();
  await inspect('API');
  await to('/about');
  await page.locator('.about-promise output').waitFor();
  await inspect('about');
  await to('/entries');
  await inspect('entries of nobody');
  await to('/sign-in?return=/pwausers');
  await page.locator('input[name=username]').waitFor();
  await inspect('sign in');
  await page.locator('[role=tab]').nth(1).click();
  await page.locator('input[name=confirm_password]').waitFor();
  await inspect('create account');
  await page.locator('[role=tab]').first().click();
  await page.locator('input[name=username]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.locator('.welcome').waitFor();
  await inspect('welcome');
  await page.locator('#answer-fname').fill('ميكي');
  await page.locator('#answer-lname').fill('Mouse');
  await page.locator('.form button[type=submit]').click();
  await page.locator('.tick').waitFor();
  await inspect('receipt');
  await to('/entries');
  await page.locator('.entry-line').first().waitFor();
  await inspect('entries');
  await page.locator('.entry-line a').first().click();
  await page.locator('.entry-history li').first().waitFor();
  await inspect('entry');
  await to('/');
  await page.locator('.form-card time').first().waitFor();
  await inspect('home of somebody');
}

/** Then visits the pages for an account and for an owner. */
export async function walkAsOwner({
  page,
  appUrl,
  inspect,
}: Omit<PageWalk, 'email'>): Promise<void> {
  const to = async (path: string) => {
    await page.goto(appUrl + path);
    await page.locator('h1').waitFor();
  };
  await to('/responses');
  await page.locator('.forms-table time').first().waitFor();
  await inspect('forms of an owner');
  await to('/responses/pwausers');
  await page.locator('.responses-table tbody tr').first().waitFor();
  for (const [i, what] of ['filters', 'export'].entries()) {
    await page.locator('.responses-toolbar [aria-expanded]').nth(i).click();
    await inspect(`responses, ${what}`);
  }
  await page.locator('.responses-table tbody a').first().click();
  await page.locator('.responses-detail .facts').first().waitFor();
  await inspect('one response');
  await page.keyboard.press('Escape');
  await page.locator('.responses-views a').nth(1).click();
  await page.locator('.chart').first().waitFor();
  for (const table of await page.locator('.chart summary').all()) await table.click();
  await inspect('charts');
  await to('/responses/pwausers/share');
  await page.locator('.share-qr').first().waitFor();
  await inspect('sharing a form');

  await to('/entries');
  await page.locator('.entry-line a').first().click();
  const { pathname } = new URL(await untilAt(page, /\/entries\/./));
  await page.locator('.entry .button-second').click();
  await page.locator('#answer-fname').waitFor();
  await inspect('change');
  await to(pathname);
  await page.locator('.entry .button-quiet').click();
  await page.locator('.entry .button-second').waitFor();
  await inspect('entry, withdrawn');
  await to('/entries?status=withdrawn');
  await page.locator('.entry-line a').first().click();
  await page.locator('.entry .button-quiet').click();
  await page.locator('.really').waitFor();
  await inspect('withdrawn entry, about to be erased');
  await page.locator('.really .button-second').click();

  await to('/account');
  await page.locator('.account .button-second').last().click();
  await page.waitForURL('**/account/erase');
  await page.locator('main:not([aria-busy]) h1').waitFor();
  await inspect('account, about to be erased');

  await to('/pwausers');
  await page.route(/\/v1\//, (route) => route.abort());
  await page.locator('#answer-fname').fill('Minnie');
  await page.locator('#answer-lname').fill('Mouse');
  await page.locator('.form button[type=submit]').click();
  await page.locator('.on-its-way .button-quiet').waitFor();
  await inspect('saved, without a network');
  await to('/outbox');
  await page.locator('.card').first().waitFor();
  await inspect('outbox');
  await page.locator('.menu-button').click();
  await page.locator('.menu .button-second').click();
  await page.locator('dialog[open]').waitFor();
  await inspect('leaving');
  await page.unroute(/\/v1\//);
}

async function untilAt(page: Page, address: RegExp): Promise<string> {
  await page.waitForURL(address);
  return page.url();
}
