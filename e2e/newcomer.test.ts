import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { password } from './person.ts';
import { rowsIn } from './rows.ts';
import { sendAsOneself, signUp } from './sign-in-page.ts';
import { openStage, type Stage } from './stage.ts';

/** Seconds. Cognito's own shortest is five minutes; nobody waits for that in a test. */
const idTokenLifetime = 8;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(({ Type, Properties }) => {
    if (Type !== 'AWS::Cognito::UserPoolClient') return;
    Properties['IdTokenValidity'] = idTokenLifetime;
    Properties['AccessTokenValidity'] = idTokenLifetime;
    Properties['TokenValidityUnits'] = { IdToken: 'seconds', AccessToken: 'seconds' };
  });
});

afterAll(() => stage[Symbol.asyncDispose]());

test('a newcomer fills the form, signs up, and finds the entry in the table', async () => {
  const { world, appUrl, browser } = stage;
  const page = await browser.newPage();
  const complaints = complaintsOf(page);
  const email = 'newcomer@example.com';

  await page.goto(`${appUrl}/pwausers`);
  await page.getByLabel('First name').fill('Mickey');
  await page.getByLabel('Last name').fill('Mouse');
  await page.getByRole('button', { name: 'Join' }).click();

  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
  await page.getByText('It is saved on this device until you do').waitFor();
  await signUp(page, { email, password, cloud: world.cloud });

  await page.getByText('before you signed in').waitFor();
  await page.getByRole('main').getByText('Mickey').waitFor();
  expect(await rowsIn(world.cloud)).toEqual([]);
  await sendAsOneself(page);
  await page.getByRole('heading', { name: 'Delivered' }).waitFor();
  await page.getByText('Successfully added user!').waitFor();
  // The receipt has an address of its own.
  await page.reload();
  await page.getByText('Successfully added user!').waitFor();

  const username = await page.evaluate(
    () =>
      (JSON.parse(localStorage.getItem('formstead:person') ?? '{}') as { username: string })
        .username,
  );
  const rows = await rowsIn(world.cloud);
  expect(rows).toMatchObject([
    { pk: `user#${username}`, username, answers: { fname: 'Mickey', lname: 'Mouse' } },
  ]);
  expect(username).toMatch(/^[0-9a-f-]{36}$/);

  await page.reload();
  await page.getByRole('link', { name: 'My entries' }).first().click();
  await page.getByText('Mickey').waitFor();

  await page.waitForTimeout(idTokenLifetime * 1000);
  await page.goto(`${appUrl}/pwausers`);
  await page.getByLabel('First name').fill('Minnie');
  await page.getByLabel('Last name').fill('Mouse');
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('heading', { name: 'Delivered' }).waitFor();
  expect(await rowsIn(world.cloud)).toHaveLength(2);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
  expect(complaints).toEqual([]);
});

/** Whatever the browser complains of: errors, and breaches of the Content-Security-Policy. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}
