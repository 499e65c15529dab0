import { expect } from 'vitest';
import {
  noFault,
  pausedRequest,
  refreshTokenExpired,
  unavailable,
} from '../../e2e/testing/network/network-faults.ts';
import {
  putSession,
  fillFirstForm,
  openDevice,
  openOutbox,
  saveEntries,
  seesDelivered,
  seesNothingWaiting,
  seesSaved,
  seesTyped,
  submitEntry,
  signIn,
} from '../../e2e/testing/offline/app-on-device.ts';
import { test } from '../../e2e/testing/offline/offline-test.ts';
import {
  withExpiredTokens,
  newSession,
  putTokens,
  withRevokedTokens,
} from '../../e2e/testing/offline/amplify-session.ts';
import { signInLink, signOut, waitUntilSignedIn } from '../../e2e/testing/browser/menu-steps.ts';
import { entryLine, openEntries } from '../../e2e/testing/browser/entries-steps.ts';

test('an expired token is renewed when there is something to send', async ({ fixture }) => {
  await using device = await openDevice(fixture);
  const { page, session } = device;
  await putTokens(page, withExpiredTokens(session));
  await page.reload();
  const before = fixture.network.cognito.requests.length;
  await submitEntry(page, 'Mickey');
  await seesDelivered(page);
  const operations = fixture.network.cognito.requests
    .slice(before)
    .map(({ operation }) => operation);
  expect(operations).toEqual(['GetTokensFromRefreshToken']);
  expect(await fixture.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

test('signing out while the session is being renewed is final', async ({ fixture }) => {
  await using device = await openDevice(fixture);
  const { page, session } = device;
  await putTokens(page, withExpiredTokens(session));
  const pausedRenewal = pausedRequest();
  fixture.network.cognito.inject(async (forward, request) => {
    fixture.network.cognito.inject(noFault);
    const response = await forward();
    return pausedRenewal.fault(async () => response, request);
  });
  await page.reload();
  await pausedRenewal.arrived;
  await signOut(page);
  await page.waitForTimeout(1000);
  pausedRenewal.release(noFault);
  await page.getByRole('banner').getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  await page.reload();
  await page.getByRole('banner').getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  await page.waitForTimeout(2000);
  await signInLink(page).waitFor();
});

test('while Cognito is down nobody is signed out, and entries are queued', async ({ fixture }) => {
  await using device = await openDevice(fixture);
  const { page, session } = device;
  await putTokens(page, withExpiredTokens(session));
  await page.reload();
  fixture.network.cognito.inject(unavailable);
  await submitEntry(page, 'Mickey');
  await seesSaved(page);
  await waitUntilSignedIn(page);
  expect(await fixture.stored(session)).toEqual([]);

  await fixture.network.clearFaults();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await seesDelivered(page);
  expect(await fixture.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

test('with an expired session a person continues under their name, and everything is sent after signing in', async ({
  fixture,
}) => {
  await using device = await openDevice(fixture);
  const { page, session } = device;
  await putTokens(page, withExpiredTokens(session));
  fixture.network.cognito.inject(refreshTokenExpired);
  await page.reload();
  await submitEntry(page, 'Mickey');
  await seesSaved(page);
  await page.getByText('Saved on this device until you sign in').waitFor();
  await page.getByRole('banner').getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Fill in another' }).press('Enter');
  await submitEntry(page, 'Minnie');
  await seesSaved(page);
  await page.getByRole('link', { name: /Outbox.*2 waiting/ }).waitFor();
  expect(await fixture.stored(session)).toEqual([]);

  await fixture.network.clearFaults();
  await signIn(page, session);
  await seesNothingWaiting(page);
  expect(await fixture.stored(session)).toMatchObject([
    { name: 'Mickey', attempts: 1 },
    { name: 'Minnie', attempts: 1 },
  ]);
});

test('a session that was revoked elsewhere shows nothing here until its person signs in', async ({
  fixture,
}) => {
  await using device = await openDevice(fixture);
  const { page, session } = device;
  await submitEntry(page, 'Mickey');
  await seesDelivered(page);
  await openEntries(page);
  await entryLine(page, 'Mickey').waitFor();
  await putTokens(page, withRevokedTokens(withExpiredTokens(session)));
  await page.reload();
  await page.getByText(/ was signed out on this device/).waitFor();
  await page.getByText('Sign in to see your entries.').waitFor();
  expect(await page.getByText('Mickey').count()).toBe(0);

  await signIn(page, session);
  await openEntries(page);
  await entryLine(page, 'Mickey').waitFor();
  expect(await page.getByText(/ was signed out on this device/).count()).toBe(0);
});

test('with somebody else’s tokens in the browser nothing is sent under the wrong name', async ({
  fixture,
}) => {
  await using device = await openDevice(fixture);
  const { page, context, session: ada } = device;
  const bob = await newSession(fixture.backend.cloud);
  await context.setOffline(true);
  await saveEntries(page, 'Ada');
  await putTokens(page, bob);
  const before = fixture.network.api.requests.length;
  await context.setOffline(false);
  await openOutbox(page);
  await page.getByText('Everything has been sent.').waitFor();
  expect(fixture.network.api.requests.slice(before)).toEqual([]);
  expect(await fixture.stored(ada)).toEqual([]);
  expect(await fixture.stored(bob)).toEqual([]);

  await putSession(page, ada);
  await seesNothingWaiting(page);
  expect(await fixture.stored(ada)).toMatchObject([{ name: 'Ada', attempts: 1 }]);
  expect(await fixture.stored(bob)).toEqual([]);
});

test('entries kept at sign-out are there again later; the next person neither sees nor sends them', async ({
  fixture,
}) => {
  await using device = await openDevice(fixture);
  const { page, context, session: ada } = device;
  const bob = await newSession(fixture.backend.cloud);
  await context.setOffline(true);
  await saveEntries(page, 'Ada');
  await signOut(page);
  await page.getByRole('button', { name: 'Keep for next time' }).press('Enter');
  await page.getByRole('banner').getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  await context.setOffline(false);

  await signIn(page, bob);
  await submitEntry(page, 'Bob');
  await seesDelivered(page);
  await seesNothingWaiting(page);
  expect(await page.getByText('Ada').count()).toBe(0);
  expect(await fixture.stored(ada)).toEqual([]);
  await signOut(page);

  await signIn(page, ada);
  await seesNothingWaiting(page);
  expect(await fixture.stored(ada)).toMatchObject([{ name: 'Ada', attempts: 1 }]);
  expect(await fixture.stored(bob)).toMatchObject([{ name: 'Bob', attempts: 1 }]);
});

test('what was typed before signing in continues afterwards, under the new person’s name', async ({
  fixture,
}) => {
  const session = await newSession(fixture.backend.cloud);
  await using context = await fixture.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${fixture.appUrl}/pwausers`);
  await fillFirstForm(page, 'Mickey');
  await signIn(page, session);
  await seesTyped(page, 'Mickey');
  await page.reload();
  await seesTyped(page, 'Mickey');
  await page.getByLabel('Last name').press('Enter');
  await seesDelivered(page);
  expect(await fixture.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

test('a half typed form is not shown to the next person, and is there again for the first', async ({
  fixture,
}) => {
  await using device = await openDevice(fixture);
  const { page, session: ada } = device;
  const bob = await newSession(fixture.backend.cloud);
  await fillFirstForm(page, 'Ada');
  await signOut(page);
  await page.getByText('You have an unfinished form on this device').waitFor();
  await page.getByRole('button', { name: 'Keep for next time' }).press('Enter');
  await page.getByRole('banner').getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  await seesTyped(page, '');

  await signIn(page, bob);
  await seesTyped(page, '');
  await signOut(page);
  await signIn(page, ada);
  await seesTyped(page, 'Ada');
});
