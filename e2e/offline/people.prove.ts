import { expect } from 'vitest';
import { says } from '../fates.ts';
import {
  openApp,
  openDevice,
  save,
  seesNothingWaiting,
  seesSaved,
  send,
  signIn,
} from './device.ts';
import { test } from './field-test.ts';

test('whose new tokens are refused as well is asked to sign in, in every tab, and loses nothing', async ({
  field,
}) => {
  await using device = await openDevice(field);
  const { page, context, session } = device;
  const other = await openApp(context, field.appUrl);
  field.weather.api.brings(says(401, '{"message":"Unauthorized"}'));
  await send(page, 'Mickey');
  await seesSaved(page);
  await page.getByText('Saved on this device, until you sign in').waitFor();
  await other.getByRole('banner').getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  await field.weather.clear();
  await signIn(other, session);
  await seesNothingWaiting(other);
  await page.getByRole('heading', { name: 'Delivered', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  expect(await field.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 3 }]);
});

test('a browser that has forgotten who is signed in, but not the tokens, knows it again', async ({
  field,
}) => {
  await using device = await openDevice(field);
  const { page, context, session } = device;
  await context.setOffline(true);
  await save(page, 'Mickey');
  // As after a kill: what a page has just written there is on the disk seconds later only.
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.getByRole('link', { name: /Outbox.*waiting: 1/ }).waitFor();
  await context.setOffline(false);
  await seesNothingWaiting(page);
  expect(await field.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

test('who signs out can send what waits before, or discard it', async ({ field }) => {
  await using device = await openDevice(field);
  const { page, context, session } = device;
  await context.setOffline(true);
  await save(page, 'Sent before leaving');
  await page.getByRole('button', { name: 'Sign out' }).press('Enter');
  await page.getByRole('button', { name: 'Send it now' }).press('Enter');
  await page.getByText('Not everything could be sent').waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Send it now' }).press('Enter');
  await page.getByRole('banner').getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  expect(await field.stored(session)).toMatchObject([{ name: 'Sent before leaving' }]);

  await signIn(page, session);
  await context.setOffline(true);
  await save(page, 'Discarded');
  await page.getByRole('button', { name: 'Sign out' }).press('Enter');
  await page.getByRole('button', { name: 'Discard it for ever' }).press('Enter');
  await page.getByRole('banner').getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  await context.setOffline(false);
  await signIn(page, session);
  await seesNothingWaiting(page);
  expect(await field.stored(session)).toHaveLength(1);
});
