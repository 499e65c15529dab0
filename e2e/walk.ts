import type { Page } from 'playwright-core';
import { password } from './person.ts';

/** Looks at the page as it is at that moment. */
export type Look = (what: string) => Promise<void>;

type Walk = {
  readonly page: Page;
  readonly appUrl: string;
  readonly email: string;
  readonly look: Look;
};

/** Through every page as somebody sees it who comes to fill a form: by nothing that has a language. */
export async function walkAsVisitor({ page, appUrl, email, look }: Walk): Promise<void> {
  const to = async (path: string) => {
    await page.goto(appUrl + path);
    await page.locator('h1').waitFor();
    await page.locator('.settings').first().waitFor({ state: 'attached' });
  };
  await to('/');
  await look('home');
  await to('/no/such/page');
  await look('not found');
  await to('/pwausers');
  await look('form');
  await page.locator('.form button[type=submit]').click();
  await page.locator('.summary').waitFor();
  await look('form with complaints');
  await to('/ride');
  await page.locator('.map-face').click();
  await look('map');
  await to('/products');
  await look('another form');
  await to('/api');
  for (const route of await page.locator('summary').all()) await route.click();
  await look('API');
  await to('/about');
  await page.locator('.about-promise output').waitFor();
  await look('about');
  await to('/pwausers/entries');
  await look('entries of nobody');
  await to('/sign-in?return=/pwausers');
  await page.locator('input[name=username]').waitFor();
  await look('sign in');
  await page.locator('[role=tab]').nth(1).click();
  await page.locator('input[name=confirm_password]').waitFor();
  await look('create account');
  await page.locator('[role=tab]').first().click();
  await page.locator('input[name=username]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.locator('.welcome').waitFor();
  await look('welcome');
  await page.locator('#answer-fname').fill('ميكي');
  await page.locator('#answer-lname').fill('Mouse');
  await page.locator('.form button[type=submit]').click();
  await page.locator('.tick').waitFor();
  await look('receipt');
  await to('/pwausers/entries');
  await page.locator('.card dd').first().waitFor();
  await look('entries');
  await to('/');
  await page.locator('.form-card time').first().waitFor();
  await look('home of somebody');
}

/** Then on, through what belongs to an account and to an owner. */
export async function walkAsOwner({ page, appUrl, look }: Omit<Walk, 'email'>): Promise<void> {
  const to = async (path: string) => {
    await page.goto(appUrl + path);
    await page.locator('h1').waitFor();
    await page.locator('.settings').first().waitFor({ state: 'attached' });
  };
  await to('/pwausers/responses');
  await page.locator('.desk-table tbody tr').first().waitFor();
  for (const panel of await page.locator('.desk-panel > summary').all()) await panel.click();
  await look('desk');
  await page.locator('.desk-table tbody a').first().click();
  await page.locator('.desk-detail .facts').first().waitFor();
  await look('one response');
  await page.keyboard.press('Escape');
  await page.locator('.desk-views a').nth(1).click();
  await page.locator('.desk-chart').first().waitFor();
  for (const table of await page.locator('.desk-chart summary').all()) await table.click();
  await look('charts');

  await to('/pwausers/entries');
  await page.locator('.card .button-second').first().click();
  await page.locator('#answer-fname').waitFor();
  await look('change');
  await to('/pwausers/entries');
  await page.locator('.card .button-quiet').first().click();
  await page.locator('.card .actions .button-second').first().waitFor();
  await look('entries, one withdrawn');
  await to('/pwausers/entries?withdrawn');
  await page.locator('.card .button-quiet').first().click();
  await page.locator('.really').waitFor();
  await look('withdrawn entries, one about to be deleted');
  await page.locator('.card > .actions .button-second, .really .button-quiet').last().click();

  await to('/account');
  await page.locator('.account .button-second').last().click();
  await page.waitForURL('**/account/erase');
  await page.locator('main:not([aria-busy]) h1').waitFor();
  await look('account, about to be erased');

  await to('/pwausers');
  await page.route(/\/v1\//, (route) => route.abort());
  await page.locator('#answer-fname').fill('Minnie');
  await page.locator('#answer-lname').fill('Mouse');
  await page.locator('.form button[type=submit]').click();
  await page.locator('.on-its-way .button-quiet').waitFor();
  await look('saved, without a network');
  await to('/outbox');
  await page.locator('.card').first().waitFor();
  await look('outbox');
  await page.locator('.nav > ul:last-child li:last-child button').click();
  await page.locator('dialog[open]').waitFor();
  await look('leaving');
  await page.unroute(/\/v1\//);
}
