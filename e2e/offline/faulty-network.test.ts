import { expect } from 'vitest';
import {
  responseLost,
  badGateway,
  captivePortal,
  serverError,
  noFault,
  halfAResponse,
  pausedRequest,
  requestLost,
} from '../testing/network/network-faults.ts';
import {
  openDevice,
  seesDelivered,
  seesNothingWaiting,
  seesSaved,
  submitEntry,
} from '../testing/offline/app-on-device.ts';
import { test } from '../testing/offline/offline-test.ts';

test('offline an entry is saved, survives a reload, and is sent when the network is back', async ({
  fixture,
}) => {
  await using device = await openDevice(fixture);
  const { page, context, session } = device;
  await context.setOffline(true);
  await submitEntry(page, 'Mickey');
  await seesSaved(page);
  await page.reload();
  await seesSaved(page);
  await page.getByRole('link', { name: /Outbox.*1 waiting/ }).waitFor();
  expect(await fixture.stored(session)).toEqual([]);

  await context.setOffline(false);
  await seesNothingWaiting(page);
  expect(await fixture.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

test('if the server is down while the browser believes it is online, the entry is sent when it is back', async ({
  fixture,
}) => {
  await using device = await openDevice(fixture);
  const { page, session } = device;
  await fixture.network.api.cut();
  await submitEntry(page, 'Mickey');
  await seesSaved(page);
  expect(await page.evaluate(() => navigator.onLine)).toBe(true);
  await page.reload();
  await page.getByRole('link', { name: /Outbox.*1 waiting/ }).waitFor();

  await fixture.network.api.restore();
  await seesNothingWaiting(page);
  expect(await fixture.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

test('whatever network fault happens, the entry is sent again and stored once', async ({
  fixture,
}) => {
  await using device = await openDevice(fixture);
  const faults = Object.entries({
    'Request lost': requestLost,
    'Answer lost after it was stored': responseLost,
    'Half an answer': halfAResponse,
    'Server broken': serverError,
    'Bad gateway, as a page': badGateway,
    'Wifi of a hotel, as if it were the answer': captivePortal,
  });
  for (const [name, fault] of faults) {
    fixture.network.api.inject(fault, noFault);
    await submitEntry(device.page, name);
    await seesDelivered(device.page);
    await device.page.getByRole('button', { name: 'Fill in another' }).press('Enter');
  }
  const stored = await fixture.stored(device.session);
  expect(stored.map(({ name, attempts }) => [name, attempts])).toEqual(
    faults.map(([name]) => [name, 2]),
  );
});

test('a tab that is closed while its entry is on the way loses nothing', async ({ fixture }) => {
  await using device = await openDevice(fixture);
  const { page, context, session } = device;
  const paused = pausedRequest();
  fixture.network.api.inject(paused.fault, noFault);
  await submitEntry(page, 'Mickey');
  await paused.arrived;
  await page.close();
  paused.release(noFault);

  const again = await context.newPage();
  await again.goto(`${fixture.appUrl}/pwausers`);
  await seesNothingWaiting(again);
  expect(await fixture.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 2 }]);
});
