import { expect } from 'vitest';
import {
  putSession,
  fillFirstForm,
  openApp,
  openDevice,
  saveEntries,
  seesDelivered,
  seesDraftSaved,
  seesTyped,
} from '../testing/offline/app-on-device.ts';
import { dumpDatabase } from '../testing/offline/database-dump.ts';
import { fillStorage } from '../testing/offline/fill-storage.ts';
import { test } from '../testing/offline/offline-test.ts';
import { holdStore, openOtherTab } from '../testing/offline/other-tab.ts';
import { withExpiredTokens, newSession, putTokens } from '../testing/offline/amplify-session.ts';

test('two tabs never share a draft; after both are closed, what was typed is found again', async ({
  fixture,
}) => {
  await using device = await openDevice(fixture);
  const { page, context } = device;
  const other = await openApp(context, fixture.appUrl);
  await fillFirstForm(page, 'Mickey');
  await fillFirstForm(other, 'Minnie');
  await seesDraftSaved(page, 'Mickey', 'Minnie');
  await page.reload();
  await other.reload();
  await seesTyped(page, 'Mickey');
  await seesTyped(other, 'Minnie');
  await page.close();
  await other.close();

  const found = new Set<string>();
  for (let tab = 0; tab < 2; tab += 1) {
    const again = await openApp(context, fixture.appUrl);
    await again.getByText('You have an unsent draft').waitFor();
    found.add(await again.getByLabel('First name').inputValue());
  }
  expect(found).toEqual(new Set(['Mickey', 'Minnie']));
  const third = await openApp(context, fixture.appUrl);
  await seesTyped(third, '');
});

test('what was typed survives a crash of the page', async ({ fixture }) => {
  await using device = await openDevice(fixture);
  const { page, context } = device;
  await fillFirstForm(page, 'Mickey');
  await seesDraftSaved(page, 'Mickey', 'Mouse');
  const devtools = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
  const again = await openApp(context, fixture.appUrl);
  await seesTyped(again, 'Mickey');
});

test('on a full device the text stays on the page, which says so, and can still be sent', async ({
  fixture,
}) => {
  const session = await newSession(fixture.backend.cloud);
  await using context = await fixture.browser.newContext();
  const devtools = await context.newCDPSession(await context.newPage());
  const quotaSize = 20_000_000;
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: fixture.appUrl, quotaSize });
  const page = await openApp(context, fixture.appUrl);
  await putSession(page, session);
  await putTokens(page, withExpiredTokens(session));
  await fillStorage(page);
  await fillFirstForm(page, 'Mickey');
  await page.getByText('This device has no storage left').waitFor();
  await fixture.network.api.cut();
  await page.getByRole('button', { name: 'Join' }).press('Enter');
  await page.getByText('Your answers are still on this page').waitFor();
  await seesTyped(page, 'Mickey');

  await fixture.network.api.restore();
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await seesDelivered(page);
  expect(await fixture.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

test('the database cannot be read without its keys, which no script can export', async ({
  fixture,
}) => {
  await using device = await openDevice(fixture);
  const { page, context } = device;
  await context.setOffline(true);
  await saveEntries(page, 'Secretly waiting');
  await fillFirstForm(page, 'Secretly typed');
  await seesDraftSaved(page, 'Secretly typed', 'Mouse');
  const { text, records, keys } = await dumpDatabase(page);
  expect(records).toMatchObject({ parcels: 1, drafts: 1, tokens: expect.any(Number) });
  expect(text).toContain(device.session.username);
  expect(text).not.toContain('Secretly');
  expect(keys.length).toBeGreaterThan(0);
  expect(keys.every(({ extractable }) => !extractable)).toBe(true);
  expect(await page.evaluate(async () => Object.values(localStorage).join())).not.toContain(
    'Secretly',
  );
  await seesTyped(page, 'Secretly typed');
});

test('an outbox that another tab blocks says so, and shows its entries once the tab is closed', async ({
  fixture,
}) => {
  await using device = await openDevice(fixture);
  const { page } = device;
  await fixture.network.api.cut();
  await saveEntries(page, 'Mickey');
  const other = await openOtherTab(device, fixture);
  await holdStore(other, 'parcels');
  await page.goto(`${fixture.appUrl}/outbox`);
  await page.getByText('This device’s storage is not responding').waitFor();
  expect(await page.getByText('Everything has been sent').count()).toBe(0);
  await other.close();
  await page.getByText('New entry').waitFor();
});
