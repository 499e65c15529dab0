import { expect } from 'vitest';
import { confirmSendAs, signInOnPage } from '../testing/browser/sign-in-steps.ts';
import {
  discard,
  openApp,
  openOutbox,
  saveEntries,
  seesDelivered,
  seesNothingWaiting,
  submitEntry,
} from '../testing/offline/app-on-device.ts';
import { test } from '../testing/offline/offline-test.ts';
import { newSession } from '../testing/offline/amplify-session.ts';

test('who has never signed in fills in two forms without a network; the right person sends each of them once', async ({
  fixture,
}) => {
  const session = await newSession(fixture.backend.cloud);
  await using context = await fixture.browser.newContext();
  const page = await openApp(context, fixture.appUrl);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await context.setOffline(true);
  await saveEntries(page, 'Mickey');
  await submitEntry(page, 'Minnie');
  await page.getByText('Saved on this device until you sign in').waitFor();

  await page.getByRole('link', { name: 'Sign in to send it' }).press('Enter');
  await page.getByText('You need to be online to sign in').waitFor();
  await page.getByRole('link', { name: 'Go back' }).press('Enter');
  await page.getByText('Saved on this device until you sign in').waitFor();
  await page.close();

  await context.setOffline(false);
  const again = await openApp(context, fixture.appUrl);
  await again
    .getByRole('banner')
    .getByRole('link', { name: 'Sign in', exact: true })
    .press('Enter');
  await signInOnPage(again, session);
  await again.getByText('2 entries were filled in on this device').waitFor();
  expect(await fixture.stored(session)).toEqual([]);
  await again.getByText('You are signed in.').waitFor();
  await again.getByRole('link', { name: 'Check and send' }).click();
  await confirmSendAs(again.getByRole('listitem').filter({ hasText: 'Minnie' }));
  await expect.poll(() => fixture.stored(session)).toMatchObject([{ name: 'Minnie', attempts: 1 }]);
  await discard(again, again);
  await seesNothingWaiting(again);
  expect(await fixture.stored(session)).toHaveLength(1);
});

test('what was saved without a network is sent by itself when its author signs in for it, once', async ({
  fixture,
}) => {
  const session = await newSession(fixture.backend.cloud);
  await using context = await fixture.browser.newContext();
  const page = await openApp(context, fixture.appUrl);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await context.setOffline(true);
  await submitEntry(page, 'Mickey');
  await page.getByText('Saved on this device until you sign in').waitFor();
  await context.setOffline(false);
  await page.getByRole('link', { name: 'Sign in to send it' }).press('Enter');
  await page.getByText('are sent as soon as you are signed in').waitFor();
  await page.reload();
  await signInOnPage(page, session);
  await seesDelivered(page);
  await page.reload();
  await seesDelivered(page);
  await page.goBack();
  expect(await fixture.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

test('a tab that is closed at the sign-in page loses nothing', async ({ fixture }) => {
  const session = await newSession(fixture.backend.cloud);
  await using context = await fixture.browser.newContext();
  const page = await openApp(context, fixture.appUrl);
  await submitEntry(page, 'Mickey');
  await page.getByLabel('Email address', { exact: true }).waitFor();
  await page.close();

  const again = await openApp(context, fixture.appUrl);
  await openOutbox(again);
  await again.getByRole('main').getByRole('link', { name: 'Sign in' }).press('Enter');
  await signInOnPage(again, session);
  await confirmSendAs(again);
  await seesNothingWaiting(again);
  expect(await fixture.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
  // The receipt can be seen offline, but by nobody else.
  await context.setOffline(true);
  const id = String((await fixture.stored(session))[0]?.id);
  await again.goto(`${fixture.appUrl}/pwausers/sent/${id}`);
  await seesDelivered(again);
});
