import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeFor } from './inbox.ts';
import { password } from './person.ts';
import { storedIn } from './rows.ts';
import { createAccount, sendAsOneself, signInOnPage, signUp } from './sign-in-page.ts';
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
  expect(await storedIn(world.cloud)).toEqual([]);
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
  const rows = await storedIn(world.cloud);
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
  expect(await storedIn(world.cloud)).toHaveLength(2);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
  expect(complaints).toEqual([]);
});

test('whose page is loaded again at the step with the code goes on there; no password lies on the device', async () => {
  const { world, appUrl, browser } = stage;
  await using context = await browser.newContext();
  const page = await context.newPage();
  const email = 'to-the-mail-and-back@example.com';
  const asked = page.getByText(`Enter the 6-digit code we sent to ${email}.`);
  await page.goto(`${appUrl}/sign-in?return=/pwausers`);
  await page.getByRole('tab', { name: 'Create account' }).click();
  await page.getByText('At least 12 characters').waitFor();
  await createAccount(page, { email, password });
  await asked.waitFor();
  await page.reload();
  await asked.waitFor();
  const kept = await page.evaluate(() =>
    JSON.stringify([localStorage, sessionStorage].map((it) => Object.entries(it))),
  );
  expect(kept).toContain(email);
  expect(kept).not.toContain(password);

  await page.getByLabel('Code').fill('000000');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('This is not the code we sent').waitFor();
  const first = await codeFor(world.cloud, email);
  await page.getByRole('button', { name: 'Send a new code' }).click();
  await page.getByText('We have sent a new code').waitFor();
  expect(await page.getByText('This is not the code we sent').count()).toBe(0);
  await page.getByLabel('Code').fill(await codeFor(world.cloud, email, [first]));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('Your account is ready. Sign in to continue.').waitFor();
  expect(await page.getByLabel('Email', { exact: true }).inputValue()).toBe(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByText('You are signed in.').waitFor();
});

test('who signs in before giving the code gives it, and is signed in; a forgotten password is set in two steps', async () => {
  const { world, appUrl, browser } = stage;
  const email = 'later@example.com';
  const codes: string[] = [];
  {
    await using first = await browser.newContext();
    const page = await first.newPage();
    await page.goto(`${appUrl}/sign-in`);
    await createAccount(page, { email, password });
    await page.getByText('Enter the 6-digit code').waitFor();
    codes.push(await codeFor(world.cloud, email));
  }
  await using context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${appUrl}/sign-in?return=/pwausers`);
  await signInOnPage(page, { email, password });
  await page.getByText('Enter the 6-digit code').waitFor();
  codes.push(await codeFor(world.cloud, email, codes));
  await page.getByLabel('Code').fill(codes.at(-1) ?? '');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('You are signed in.').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor();

  await page.goto(`${appUrl}/sign-in?return=/pwausers`);
  await page.getByRole('button', { name: 'I have forgotten my password' }).click();
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByRole('button', { name: 'Send code' }).click();
  await page.getByText('Enter the 6-digit code').waitFor();
  await page.getByRole('button', { name: 'Back to sign in' }).waitFor();
  await page.reload();
  const another = 'another long password';
  await page.getByLabel('Code').fill(await codeFor(world.cloud, email, codes));
  await page.getByLabel('New password').fill(another);
  await page.getByRole('button', { name: 'Save password' }).click();
  await page.getByText('Your password is changed. Sign in with the new one.').waitFor();
  await page.getByLabel('Password', { exact: true }).fill(another);
  await page.keyboard.press('Enter');
  await page.getByText('You are signed in.').waitFor();
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
