import { expect, test } from 'vitest';
import { createFakeLocks } from '../testing/fake-locks.ts';
import { createDraftLocks } from './draft-locks.ts';

/** The browser's locks as two tabs see them. They can be released from outside. */
function createFixture() {
  let locks = createFakeLocks();
  let lockErrors = 0;
  const request = (...args: Parameters<typeof locks.request>) =>
    (lockErrors -= 1) >= 0
      ? Promise.reject(new DOMException('going away', 'AbortError'))
      : locks.request(...args);
  return {
    openTab: () => createDraftLocks({ request } as typeof locks),
    failLocks: (times: number) => void (lockErrors = times),
    letGo: () => void (locks = createFakeLocks()),
  };
}

const comeBack = () =>
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));

test('a locked draft stays with this tab, however often it asks', async () => {
  const { openTab } = createFixture();
  const lockDraft = openTab();
  expect(await lockDraft('one')).toBe(true);
  expect(await lockDraft('one')).toBe(true);
  expect(await openTab()('one')).toBe(false);
});

test('the next page waits for the previous one to release the lock, no longer than its timeout', async () => {
  const locks = createFakeLocks();
  let letGo: ((_: unknown) => void) | undefined;
  void locks.request('formstead:draft:one', {}, () => new Promise((resolve) => (letGo = resolve)));
  const lockDraft = createDraftLocks(locks);
  expect(await lockDraft('one')).toBe(false);
  expect(await lockDraft('one', 20)).toBe(false);
  const locking = lockDraft('one', 1000);
  letGo?.(undefined);
  expect(await locking).toBe(true);
});

test('a lock that failed once is requested again', async () => {
  const { openTab, failLocks } = createFixture();
  const lockDraft = openTab();
  failLocks(1);
  await expect(lockDraft('one')).rejects.toThrow('going away');
  expect(await lockDraft('one')).toBe(true);
});

test('a tab that comes back from the back/forward cache locks its drafts again', async () => {
  const { openTab, letGo } = createFixture();
  const lockDraft = openTab();
  await lockDraft('one');
  letGo();
  comeBack();
  expect(await lockDraft('one')).toBe(true);
  expect(await openTab()('one')).toBe(false);
});

test('a draft that another tab has locked meanwhile belongs to that tab', async () => {
  const { openTab, letGo } = createFixture();
  const lockDraft = openTab();
  await lockDraft('one');
  letGo();
  const other = openTab();
  expect(await other('one')).toBe(true);
  comeBack();
  expect(await lockDraft('one')).toBe(false);
});
