import { expect } from 'vitest';
import { serverError, noFault, tooManyRequests } from '../../e2e/testing/network/network-faults.ts';
import {
  openDevice,
  saveEntries,
  seesDelivered,
  seesNothingWaiting,
  seesSaved,
  submitEntry,
} from '../../e2e/testing/offline/app-on-device.ts';
import { test } from '../../e2e/testing/offline/offline-test.ts';

test('without faults an entry is sent once and stored once', async ({ fixture }) => {
  await using device = await openDevice(fixture);
  await submitEntry(device.page, 'Mickey');
  await seesDelivered(device.page);
  expect(await fixture.stored(device.session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

test('a server that fails for a while gets the entry when it works again', async ({ fixture }) => {
  await using device = await openDevice(fixture);
  fixture.network.api.inject(serverError, serverError, serverError, noFault);
  await submitEntry(device.page, 'Mickey');
  await seesSaved(device.page);
  await seesDelivered(device.page);
  expect(await fixture.stored(device.session)).toMatchObject([{ name: 'Mickey', attempts: 4 }]);
});

test('twenty entries from two tabs are sent one by one, each once', async ({ fixture }) => {
  await using device = await openDevice(fixture);
  const { page, context, session } = device;
  const other = await context.newPage();
  await other.goto(`${fixture.appUrl}/pwausers`);
  await context.setOffline(true);
  const names = Array.from({ length: 20 }, (_, i) => `Mickey ${i}`);
  await Promise.all([
    saveEntries(page, ...names.slice(0, 10)),
    saveEntries(other, ...names.slice(10)),
  ]);
  await page.getByRole('link', { name: /Outbox.*20 waiting/ }).waitFor();

  await context.setOffline(false);
  await seesNothingWaiting(page);
  await seesNothingWaiting(other);
  const stored = await fixture.stored(session);
  expect(new Set(stored.map(({ name }) => name))).toEqual(new Set(names));
  expect(stored.map(({ attempts }) => attempts)).toEqual(names.map(() => 1));
});

test('Retry-After is respected', async ({ fixture }) => {
  await using device = await openDevice(fixture);
  fixture.network.api.inject(tooManyRequests('2'), noFault);
  await submitEntry(device.page, 'Mickey');
  await seesDelivered(device.page);
  const [{ id, attempts } = expect.fail()] = await fixture.stored(device.session);
  expect(attempts).toBe(2);
  const [first, second] = fixture.network.api.requests.filter(({ key }) => key === id);
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(2000);
});
