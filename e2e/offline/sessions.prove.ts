import { expect } from 'vitest';
import { fair, held, ranOut, unavailable } from '../fates.ts';
import {
  beSignedIn,
  fill,
  openDevice,
  openOutbox,
  save,
  seesDelivered,
  seesNothingWaiting,
  seesSaved,
  seesTyped,
  send,
  signIn,
} from './device.ts';
import { test } from './field-test.ts';
import { expired, newSession, putTokens, revoked } from './session.ts';

test('an expired token is renewed when there is something to send', async ({ field }) => {
  await using device = await openDevice(field);
  const { page, session } = device;
  await putTokens(page, expired(session));
  await page.reload();
  const before = field.weather.cognito.calls.length;
  await send(page, 'Mickey');
  await seesDelivered(page);
  const asked = field.weather.cognito.calls.slice(before).map(({ operation }) => operation);
  expect(asked).toEqual(['GetTokensFromRefreshToken']);
  expect(await field.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

test('who signs out while their session is being renewed is signed out, and stays it', async ({
  field,
}) => {
  await using device = await openDevice(field);
  const { page, session } = device;
  await putTokens(page, expired(session));
  const renewed = held();
  field.weather.cognito.brings(async (pass) => {
    field.weather.cognito.brings(fair);
    const answer = await pass();
    return renewed.fate(async () => answer);
  });
  await page.reload();
  await renewed.arrived;
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForTimeout(1000);
  renewed.release(fair);
  await page.getByRole('banner').getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  await page.reload();
  await page.getByRole('banner').getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  await page.waitForTimeout(2000);
  expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
});

test('while Cognito is out of service nobody is signed out, and what they fill in waits', async ({
  field,
}) => {
  await using device = await openDevice(field);
  const { page, session } = device;
  await putTokens(page, expired(session));
  await page.reload();
  field.weather.cognito.brings(unavailable);
  await send(page, 'Mickey');
  await seesSaved(page);
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  expect(await field.stored(session)).toEqual([]);

  await field.weather.clear();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await seesDelivered(page);
  expect(await field.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

test('whose session has run out goes on filling under their name, and after signing in everything leaves', async ({
  field,
}) => {
  await using device = await openDevice(field);
  const { page, session } = device;
  await putTokens(page, expired(session));
  field.weather.cognito.brings(ranOut);
  await page.reload();
  await send(page, 'Mickey');
  await seesSaved(page);
  await page.getByText('Saved on this device, until you sign in').waitFor();
  await page.getByRole('banner').getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Fill in another' }).press('Enter');
  await send(page, 'Minnie');
  await seesSaved(page);
  await page.getByRole('link', { name: /Outbox.*waiting: 2/ }).waitFor();
  expect(await field.stored(session)).toEqual([]);

  await field.weather.clear();
  await signIn(page, session);
  await seesNothingWaiting(page);
  expect(await field.stored(session)).toMatchObject([
    { name: 'Mickey', attempts: 1 },
    { name: 'Minnie', attempts: 1 },
  ]);
});

test('a session that was ended from elsewhere shows nothing here until its person is back', async ({
  field,
}) => {
  await using device = await openDevice(field);
  const { page, session } = device;
  await send(page, 'Mickey');
  await seesDelivered(page);
  await page.getByRole('link', { name: 'My entries' }).first().click();
  await page.getByText('Mickey').waitFor();
  await putTokens(page, revoked(expired(session)));
  await page.reload();
  await page.getByText(/ was signed out on this device/).waitFor();
  await page.getByText('Sign in to see what you have sent.').waitFor();
  expect(await page.getByText('Mickey').count()).toBe(0);

  await signIn(page, session);
  await page.getByRole('link', { name: 'My entries' }).first().click();
  await page.getByText('Mickey').waitFor();
  expect(await page.getByText(/ was signed out on this device/).count()).toBe(0);
});

test('with the tokens of somebody else in the browser nothing is sent under the wrong name', async ({
  field,
}) => {
  await using device = await openDevice(field);
  const { page, context, session: ada } = device;
  const bob = await newSession(field.world.cloud);
  await context.setOffline(true);
  await save(page, 'Ada');
  await putTokens(page, bob);
  const before = field.weather.api.calls.length;
  await context.setOffline(false);
  await openOutbox(page);
  await page.getByText('Nothing waits: everything is delivered.').waitFor();
  expect(field.weather.api.calls.slice(before)).toEqual([]);
  expect(await field.stored(ada)).toEqual([]);
  expect(await field.stored(bob)).toEqual([]);

  await beSignedIn(page, ada);
  await seesNothingWaiting(page);
  expect(await field.stored(ada)).toMatchObject([{ name: 'Ada', attempts: 1 }]);
  expect(await field.stored(bob)).toEqual([]);
});

test('who signs out and keeps what waits finds it again; who comes between neither sees nor sends it', async ({
  field,
}) => {
  await using device = await openDevice(field);
  const { page, context, session: ada } = device;
  const bob = await newSession(field.world.cloud);
  await context.setOffline(true);
  await save(page, 'Ada');
  await page.getByRole('button', { name: 'Sign out' }).press('Enter');
  await page.getByRole('button', { name: 'Keep it for next time' }).press('Enter');
  await page.getByRole('banner').getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  await context.setOffline(false);

  await signIn(page, bob);
  await send(page, 'Bob');
  await seesDelivered(page);
  await seesNothingWaiting(page);
  expect(await page.getByText('Ada').count()).toBe(0);
  expect(await field.stored(ada)).toEqual([]);
  await page.getByRole('button', { name: 'Sign out' }).press('Enter');

  await signIn(page, ada);
  await seesNothingWaiting(page);
  expect(await field.stored(ada)).toMatchObject([{ name: 'Ada', attempts: 1 }]);
  expect(await field.stored(bob)).toMatchObject([{ name: 'Bob', attempts: 1 }]);
});

test('what was typed before signing in goes on after it, under the name of who signs in', async ({
  field,
}) => {
  const session = await newSession(field.world.cloud);
  await using context = await field.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${field.appUrl}/pwausers`);
  await fill(page, 'Mickey');
  await signIn(page, session);
  await seesTyped(page, 'Mickey');
  await page.reload();
  await seesTyped(page, 'Mickey');
  await page.getByLabel('Last name').press('Enter');
  await seesDelivered(page);
  expect(await field.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

test('what one person has half typed is not shown to the next, and comes back with the first', async ({
  field,
}) => {
  await using device = await openDevice(field);
  const { page, session: ada } = device;
  const bob = await newSession(field.world.cloud);
  await fill(page, 'Ada');
  await page.getByRole('button', { name: 'Sign out' }).press('Enter');
  await page.getByText('Something is half filled in on this device').waitFor();
  await page.getByRole('button', { name: 'Keep it for next time' }).press('Enter');
  await page.getByRole('banner').getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  await seesTyped(page, '');

  await signIn(page, bob);
  await seesTyped(page, '');
  await page.getByRole('button', { name: 'Sign out' }).press('Enter');
  await signIn(page, ada);
  await seesTyped(page, 'Ada');
});
