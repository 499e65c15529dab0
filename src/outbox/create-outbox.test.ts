import { expect, test } from 'vitest';
import { err } from '#core/values/result.ts';
import { ride } from '#forms/ride.ts';
import { createOutbox } from './create-outbox.ts';
import type { QueuedChange } from './changes/queued-change.ts';
import { nobody } from '../cloud/session/identity.ts';
import type { ChangeStore } from './changes/change-store.ts';
import { idleBackoff } from './changes/backoff.ts';
import { entry, sampleChange } from '../testing/sample-changes.ts';

const person = { username: 'mickey-1', email: 'mickey@example.com' };
const saved = sampleChange();
const changed = sampleChange({ answers: { fname: 'Minnie' } });

function openOutbox(changeStore: Partial<ChangeStore>) {
  return createOutbox({
    changeStore: {
      of: async () => [],
      update: async () => [],
      claim: async () => undefined,
      updateOnFullDevice: async () => [],
      backoff: async () => idleBackoff,
      setBackoff: async () => undefined,
      transfers: async () => [],
      addTransfers: async () => undefined,
      hasDraft: async () => false,
      forget: async () => undefined,
      forgetSent: async () => undefined,
      ...changeStore,
    },
    deliveryQueue: {
      flush: async () => ({ is: 'done' }),
      withDeliveryPaused: () => Promise.reject(new Error('Not here.')),
    },
    session: { person: () => person },
    outboxFiles: async () => ({
      write: async (changes) => new Blob([JSON.stringify(changes)]),
      store: () => Promise.reject(new Error('Not here.')),
    }),
    newId: () => entry,
    now: () => 0,
    announce: () => undefined,
    adoptOnServer: async () => false,
    forgetDeviceKey: async () => undefined,
    flushDrafts: async () => undefined,
    openLinks: () => expect.fail('Nobody is invited.'),
  });
}

test('a read that is decrypted late does not replace a later read', async () => {
  const readings: ((changeStore: readonly QueuedChange[]) => void)[] = [];
  const outbox = openOutbox({
    of: async (author) =>
      author === nobody ? [] : new Promise((resolve) => readings.push(resolve)),
  });
  const both = [outbox.reread(), outbox.reread()];
  readings[1]?.([changed]);
  await both[1];
  readings[0]?.([saved]);
  await both[0];
  expect(outbox.view().changes).toEqual([changed]);
});

test('what was filled in before signing in stays shown, however the reads overlap', async () => {
  const unclaimed = sampleChange({ author: nobody });
  const finish: (() => void)[] = [];
  const outbox = openOutbox({
    of: async (author) => (author === nobody ? [unclaimed] : []),
    transfers: () => new Promise((resolve) => finish.push(() => resolve([]))),
  });
  const first = outbox.reread();
  // The first has read what nobody's entries are, and nothing is shown of it yet.
  await new Promise((resolve) => setTimeout(resolve));
  const second = outbox.reread();
  finish.forEach((it) => it());
  await Promise.all([first, second]);
  expect(outbox.view().unclaimed).toEqual([unclaimed]);
});

test('a change is exported as it is on the disk, whatever the page shows', async () => {
  const outbox = openOutbox({ update: async (_author, _entry, step) => step([changed]) });
  expect(await (await outbox.exportChanges([saved])).text()).toContain('Minnie');
});

test('with a full disk a change is exported as the page shows it', async () => {
  const outbox = openOutbox({ update: () => Promise.reject(new Error('QuotaExceeded')) });
  expect(await (await outbox.exportChanges([saved])).text()).toContain('Mickey');
});

const failing = () => Promise.reject(new DOMException('lost', 'UnknownError'));

test('an outbox that could not be read is not shown as empty', async () => {
  let of: ChangeStore['of'] = failing;
  const outbox = openOutbox({ of: (author) => of(author) });
  await outbox.reread();
  expect(outbox.view()).toMatchObject({ changes: undefined, isUnread: true });
  of = async () => [saved];
  await outbox.reread();
  expect(outbox.view()).toMatchObject({ changes: [saved], isUnread: false });
  of = failing;
  await outbox.reread();
  expect(outbox.view()).toMatchObject({ changes: [saved], isUnread: true });
});

test('whatever is read of the outbox is asked for at once, so that a silent device is waited for once', async () => {
  const failures: (() => void)[] = [];
  const silent = () =>
    new Promise<never>((_, reject) => failures.push(() => reject(new Error('No answer.'))));
  const outbox = openOutbox({ of: silent, transfers: silent });
  const reading = outbox.reread();
  failures.splice(0).forEach((fail) => fail());
  await reading;
  expect(outbox.view()).toMatchObject({ changes: undefined, isUnread: true });
});

test('a failing disk is not reported as full, and the page shows it', async () => {
  let error = new DOMException('full', 'QuotaExceededError');
  const outbox = openOutbox({ update: () => Promise.reject(error) });
  expect(await outbox.withdraw(ride, { id: entry })).toEqual(err('no-room'));
  expect(outbox.view().isUnread).toBe(false);
  error = new DOMException('lost', 'UnknownError');
  expect(await outbox.withdraw(ride, { id: entry })).toEqual(err('no-answer'));
  expect(outbox.view().isUnread).toBe(true);
});
