import { expect } from 'vitest';
import {
  answerLost,
  badGateway,
  captivePortal,
  crash,
  fair,
  halfAnAnswer,
  held,
  requestLost,
} from '../fates.ts';
import { openDevice, seesDelivered, seesNothingWaiting, seesSaved, send } from './device.ts';
import { test } from './field-test.ts';

test('without a network an entry is saved, survives a reload, and leaves when the network is back', async ({
  field,
}) => {
  await using device = await openDevice(field);
  const { page, context, session } = device;
  await context.setOffline(true);
  await send(page, 'Mickey');
  await seesSaved(page);
  await page.reload();
  await seesSaved(page);
  await page.getByRole('link', { name: /Outbox.*waiting: 1/ }).waitFor();
  expect(await field.stored(session)).toEqual([]);

  await context.setOffline(false);
  await seesNothingWaiting(page);
  expect(await field.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

test('a server that is down while the browser calls itself online gets the entry when it is back', async ({
  field,
}) => {
  await using device = await openDevice(field);
  const { page, session } = device;
  await field.weather.api.cut();
  await send(page, 'Mickey');
  await seesSaved(page);
  expect(await page.evaluate(() => navigator.onLine)).toBe(true);
  await page.reload();
  await page.getByRole('link', { name: /Outbox.*waiting: 1/ }).waitFor();

  await field.weather.api.mend();
  await seesNothingWaiting(page);
  expect(await field.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

test('whatever goes wrong on the way, an entry is sent again and stored once', async ({
  field,
}) => {
  await using device = await openDevice(field);
  const mishaps = Object.entries({
    'Request lost': requestLost,
    'Answer lost after it was stored': answerLost,
    'Half an answer': halfAnAnswer,
    'Server broken': crash,
    'Bad gateway, as a page': badGateway,
    'Wifi of a hotel, as if it were the answer': captivePortal,
  });
  for (const [name, fate] of mishaps) {
    field.weather.api.brings(fate, fair);
    await send(device.page, name);
    await seesDelivered(device.page);
    await device.page.getByRole('button', { name: 'Send another' }).press('Enter');
  }
  const stored = await field.stored(device.session);
  expect(stored.map(({ name, attempts }) => [name, attempts])).toEqual(
    mishaps.map(([name]) => [name, 2]),
  );
});

test('a tab that is closed while its entry is on the way loses nothing', async ({ field }) => {
  await using device = await openDevice(field);
  const { page, context, session } = device;
  const call = held();
  field.weather.api.brings(call.fate, fair);
  await send(page, 'Mickey');
  await call.arrived;
  await page.close();
  call.release(fair);

  const again = await context.newPage();
  await again.goto(`${field.appUrl}/pwausers`);
  await seesNothingWaiting(again);
  expect(await field.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 2 }]);
});
