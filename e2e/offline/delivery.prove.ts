import { expect } from 'vitest';
import { crash, fair, tooMany } from '../fates.ts';
import { openDevice, save, seesDelivered, seesNothingWaiting, seesSaved, send } from './device.ts';
import { test } from './field-test.ts';

test('on a good day an entry is sent once and stored once', async ({ field }) => {
  await using device = await openDevice(field);
  await send(device.page, 'Mickey');
  await seesDelivered(device.page);
  expect(await field.stored(device.session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

test('a server that is broken for a while gets the entry when it is mended', async ({ field }) => {
  await using device = await openDevice(field);
  field.weather.api.brings(crash, crash, crash, fair);
  await send(device.page, 'Mickey');
  await seesSaved(device.page);
  await seesDelivered(device.page);
  expect(await field.stored(device.session)).toMatchObject([{ name: 'Mickey', attempts: 4 }]);
});

test('twenty entries from two tabs leave one by one, each once', async ({ field }) => {
  await using device = await openDevice(field);
  const { page, context, session } = device;
  const other = await context.newPage();
  await other.goto(`${field.appUrl}/pwausers`);
  await context.setOffline(true);
  const names = Array.from({ length: 20 }, (_, i) => `Mickey ${i}`);
  await Promise.all([save(page, ...names.slice(0, 10)), save(other, ...names.slice(10))]);
  await page.getByRole('link', { name: /Outbox.*waiting: 20/ }).waitFor();

  await context.setOffline(false);
  await seesNothingWaiting(page);
  await seesNothingWaiting(other);
  const stored = await field.stored(session);
  expect(new Set(stored.map(({ name }) => name))).toEqual(new Set(names));
  expect(stored.map(({ attempts }) => attempts)).toEqual(names.map(() => 1));
});

test('a server that asks for two seconds of peace is given them', async ({ field }) => {
  await using device = await openDevice(field);
  field.weather.api.brings(tooMany('2'), fair);
  await send(device.page, 'Mickey');
  await seesDelivered(device.page);
  const [{ id, attempts } = expect.fail()] = await field.stored(device.session);
  expect(attempts).toBe(2);
  const [first, second] = field.weather.api.calls.filter(({ key }) => key === id);
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(2000);
});
