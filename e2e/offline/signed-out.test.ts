import { expect } from 'vitest';
import { sendAsOneself, signInOnPage } from '../sign-in-page.ts';
import { openApp, openOutbox, save, seesDelivered, seesNothingWaiting, send } from './device.ts';
import { test } from './field-test.ts';
import { newSession } from './session.ts';

test('who has never signed in fills in two forms without a network; the right person sends each of them once', async ({
  field,
}) => {
  const session = await newSession(field.world.cloud);
  await using context = await field.browser.newContext();
  const page = await openApp(context, field.appUrl);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await context.setOffline(true);
  await save(page, 'Mickey');
  await send(page, 'Minnie');
  await page.getByText('Saved on this device, until you sign in').waitFor();

  await page.getByRole('link', { name: 'Sign in to send it' }).press('Enter');
  await page.getByText('Signing in needs a network').waitFor();
  await page.getByRole('link', { name: 'Go back' }).press('Enter');
  await page.getByText('Saved on this device, until you sign in').waitFor();
  await page.close();

  await context.setOffline(false);
  const again = await openApp(context, field.appUrl);
  await again
    .getByRole('banner')
    .getByRole('link', { name: 'Sign in', exact: true })
    .press('Enter');
  await signInOnPage(again, session);
  await again.getByText('2 entries were filled in on this device').waitFor();
  expect(await field.stored(session)).toEqual([]);
  await again.getByText('You are signed in.').waitFor();
  await again.getByRole('link', { name: 'Check and send' }).click();
  await sendAsOneself(again.getByRole('listitem').filter({ hasText: 'Minnie' }));
  await expect
    .poll(() => field.stored(session), { timeout: 20_000 })
    .toMatchObject([{ name: 'Minnie', attempts: 1 }]);
  await again.getByRole('button', { name: 'Discard' }).press('Enter');
  await seesNothingWaiting(again);
  expect(await field.stored(session)).toHaveLength(1);
});

test('a tab that is closed at the sign-in page loses nothing', async ({ field }) => {
  const session = await newSession(field.world.cloud);
  await using context = await field.browser.newContext();
  const page = await openApp(context, field.appUrl);
  await send(page, 'Mickey');
  await page.getByLabel('Email', { exact: true }).waitFor();
  await page.close();

  const again = await openApp(context, field.appUrl);
  await openOutbox(again);
  await again.getByRole('main').getByRole('link', { name: 'Sign in' }).press('Enter');
  await signInOnPage(again, session);
  await sendAsOneself(again);
  await seesNothingWaiting(again);
  expect(await field.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
  // The receipt is there without a network, and for nobody else.
  await context.setOffline(true);
  const id = String((await field.stored(session))[0]?.id);
  await again.goto(`${field.appUrl}/pwausers/sent/${id}`);
  await seesDelivered(again);
});
