import { expect } from 'vitest';
import { respondWith } from '../../e2e/testing/network/network-faults.ts';
import {
  openApp,
  openDevice,
  saveEntries,
  seesNothingWaiting,
  seesSaved,
  submitEntry,
  signIn,
} from '../../e2e/testing/offline/app-on-device.ts';
import { test } from '../../e2e/testing/offline/offline-test.ts';
import { signOut, waitUntilSignedIn } from '../../e2e/testing/browser/menu-steps.ts';

test('if renewed tokens are refused too, every tab asks to sign in, and nothing is lost', async ({
  fixture,
}) => {
  await using device = await openDevice(fixture);
  const { page, context, session } = device;
  const other = await openApp(context, fixture.appUrl);
  fixture.network.api.inject(respondWith(401, '{"message":"Unauthorized"}'));
  await submitEntry(page, 'Mickey');
  await seesSaved(page);
  await page.getByText('Saved on this device until you sign in').waitFor();
  await other.getByRole('banner').getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  await fixture.network.clearFaults();
  await signIn(other, session);
  await seesNothingWaiting(other);
  await page.getByRole('heading', { name: 'Sent', exact: true, level: 1 }).waitFor();
  await waitUntilSignedIn(page);
  expect(await fixture.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 3 }]);
});

test('a browser that lost the name of who is signed in, but not the tokens, recovers it', async ({
  fixture,
}) => {
  await using device = await openDevice(fixture);
  const { page, context, session } = device;
  await context.setOffline(true);
  await saveEntries(page, 'Mickey');
  // Like after a kill: what a page has written there reaches the disk only seconds later.
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.getByRole('link', { name: /Outbox.*1 waiting/ }).waitFor();
  await context.setOffline(false);
  await seesNothingWaiting(page);
  expect(await fixture.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

test('at sign-out, queued entries can be sent before or discarded', async ({ fixture }) => {
  await using device = await openDevice(fixture);
  const { page, context, session } = device;
  await context.setOffline(true);
  await saveEntries(page, 'Sent before leaving');
  await signOut(page);
  await page.getByRole('button', { name: 'Send now' }).press('Enter');
  await page.getByText('Not everything could be sent').waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Send now' }).press('Enter');
  await page.getByRole('banner').getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  expect(await fixture.stored(session)).toMatchObject([{ name: 'Sent before leaving' }]);

  await signIn(page, session);
  await context.setOffline(true);
  await saveEntries(page, 'Discarded');
  await signOut(page);
  await page.getByRole('button', { name: 'Discard permanently' }).press('Enter');
  await page.getByRole('banner').getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  await context.setOffline(false);
  await signIn(page, session);
  await seesNothingWaiting(page);
  expect(await fixture.stored(session)).toHaveLength(1);
});
