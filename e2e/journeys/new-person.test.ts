import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { untilAppIsDrawn } from '../testing/browser/app-is-drawn.ts';
import { codeFor } from '../testing/backend/read-mails.ts';
import { password } from '../testing/backend/signed-in-person.ts';
import { storedEntryRows } from '../testing/backend/table-rows.ts';
import { createAccount, signInOnPage, signUp } from '../testing/browser/sign-in-steps.ts';
import {
  openBrowserFixture,
  withoutServiceWorker,
  type BrowserFixture,
} from '../testing/browser/browser-fixture.ts';
import { signOut } from '../testing/browser/menu-steps.ts';
import { openEntries, openEntry } from '../testing/browser/entries-steps.ts';

/** Seconds. Cognito's minimum is five minutes, too long for a test. */
const idTokenLifetime = 8;

let fixture: BrowserFixture;

beforeAll(async () => {
  fixture = await openBrowserFixture(withoutServiceWorker, ({ Type, Properties }) => {
    if (Type !== 'AWS::Cognito::UserPoolClient') return;
    Properties['IdTokenValidity'] = idTokenLifetime;
    Properties['AccessTokenValidity'] = idTokenLifetime;
    Properties['TokenValidityUnits'] = { IdToken: 'seconds', AccessToken: 'seconds' };
  });
});

afterAll(() => fixture[Symbol.asyncDispose]());

test(
  'a newcomer fills the form, signs up, and finds the entry in the table',
  { tags: 'newcomer-journey' },
  async () => {
    const { backend, appUrl, browser } = fixture;
    const page = await browser.newPage({ serviceWorkers: 'allow' });
    const consoleErrors = collectConsoleErrors(page);
    const email = 'newcomer@example.com';

    await page.goto(`${appUrl}/pwausers`);
    await untilAppIsDrawn(page);
    await page.getByLabel('First name').fill('Mickey');
    await page.getByLabel('Last name').fill('Mouse');
    await page.getByRole('button', { name: 'Join' }).click();

    await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
    await page.getByText('are sent as soon as you are signed in').waitFor();
    expect(await storedEntryRows(backend.cloud)).toEqual([]);
    await signUp(page, { email, password, cloud: backend.cloud });

    await page.getByRole('heading', { name: 'Sent', exact: true }).waitFor();
    await page.getByText('Thank you for joining, Mickey.').waitFor();
    expect(await page.getByText('Successfully added user!').count()).toBe(0);
    // The receipt has its own address.
    await page.reload();
    await page.getByText('Thank you for joining, Mickey.').waitFor();

    const username = await page.evaluate(
      () =>
        (JSON.parse(localStorage.getItem('formstead:person') ?? '{}') as { username: string })
          .username,
    );
    const rows = await storedEntryRows(backend.cloud);
    expect(rows).toMatchObject([
      { pk: `user#${username}`, username, answers: { fname: 'Mickey', lname: 'Mouse' } },
    ]);
    expect(username).toMatch(/^[0-9a-f-]{36}$/);

    await page.reload();
    await openEntries(page);
    await openEntry(page, 'Mickey · Mouse');
    await page.getByText('Thank you for joining, Mickey.').waitFor();

    await page.waitForTimeout(idTokenLifetime * 1000);
    await page.goto(`${appUrl}/pwausers`);
    await page.getByLabel('First name').fill('Minnie');
    await page.getByLabel('Last name').fill('Mouse');
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByRole('heading', { name: 'Sent', exact: true }).waitFor();
    expect(await storedEntryRows(backend.cloud)).toHaveLength(2);

    await signOut(page);
    await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
    expect(consoleErrors).toEqual([]);
  },
);

test('a reload at the step with the code continues there, and no password is stored on the device', async () => {
  const { backend, appUrl, browser } = fixture;
  await using context = await browser.newContext();
  const page = await context.newPage();
  const email = 'to-the-mail-and-back@example.com';
  const codePrompt = page.getByText(`Enter the 6-digit code we sent to ${email}.`);
  await page.goto(`${appUrl}/sign-in?return=/pwausers`);
  await page.getByRole('tab', { name: 'Create account' }).click();
  await page.getByText('At least 12 characters').waitFor();
  await createAccount(page, { email, password });
  await codePrompt.waitFor();
  await page.reload();
  await codePrompt.waitFor();
  const kept = await page.evaluate(() =>
    JSON.stringify([localStorage, sessionStorage].map((it) => Object.entries(it))),
  );
  expect(kept).toContain(email);
  expect(kept).not.toContain(password);

  await page.getByLabel('Code').fill('000000');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('This is not the code we sent').waitFor();
  const first = await codeFor(backend.cloud, email);
  await page.getByRole('button', { name: 'Send a new code' }).click();
  await page.getByText('We have sent a new code').waitFor();
  expect(await page.getByText('This is not the code we sent').count()).toBe(0);
  await page.getByLabel('Code').fill(await codeFor(backend.cloud, email, [first]));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('Your account is ready. Sign in to continue.').waitFor();
  await expect
    .poll(() => page.getByLabel('Email address', { exact: true }).inputValue())
    .toBe(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByText('You are signed in.').waitFor();
});

test('signing in before confirming asks for the code; a forgotten password is reset in two steps', async () => {
  const { backend, appUrl, browser } = fixture;
  const email = 'later@example.com';
  const codes: string[] = [];
  {
    await using first = await browser.newContext();
    const page = await first.newPage();
    await page.goto(`${appUrl}/sign-in`);
    await createAccount(page, { email, password });
    await page.getByText('Enter the 6-digit code').waitFor();
    codes.push(await codeFor(backend.cloud, email));
  }
  await using context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${appUrl}/sign-in?return=/pwausers`);
  await signInOnPage(page, { email, password });
  await page.getByText('Enter the 6-digit code').waitFor();
  codes.push(await codeFor(backend.cloud, email, codes));
  await page.getByLabel('Code').fill(codes.at(-1) ?? '');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('You are signed in.').waitFor();
  await signOut(page);
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor();

  await page.goto(`${appUrl}/sign-in?return=/pwausers`);
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  await page.getByLabel('Email address', { exact: true }).fill(email);
  await page.getByRole('button', { name: 'Send code' }).click();
  await page.getByText('Enter the 6-digit code').waitFor();
  await page.getByRole('button', { name: 'Back to sign in' }).waitFor();
  await page.reload();
  const another = 'another long password';
  await page.getByLabel('Code').fill(await codeFor(backend.cloud, email, codes));
  await page.getByLabel('New password').fill(another);
  await page.getByRole('button', { name: 'Save password' }).click();
  await page.getByText('Your password has been changed. Sign in with the new password.').waitFor();
  await page.getByLabel('Password', { exact: true }).fill(another);
  await page.keyboard.press('Enter');
  await page.getByText('You are signed in.').waitFor();
});

/** Collects the errors that the browser logs, including violations of the content security policy. */
function collectConsoleErrors(page: Page): string[] {
  const consoleErrors: string[] = [];
  page.on('pageerror', (error) => consoleErrors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text());
  });
  return consoleErrors;
}
