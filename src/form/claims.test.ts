import { expect, test } from 'vitest';
import { createFakeLocks } from '../fake-world.tsx';
import { createClaims } from './claims.ts';

/** What the browser gives two tabs, and can take away again. */
function createWorld() {
  let locks = createFakeLocks();
  let refusals = 0;
  const request = (...asked: Parameters<typeof locks.request>) =>
    (refusals -= 1) >= 0
      ? Promise.reject(new DOMException('going away', 'AbortError'))
      : locks.request(...asked);
  return {
    openTab: () => createClaims({ request } as typeof locks),
    refuse: (times: number) => void (refusals = times),
    letGo: () => void (locks = createFakeLocks()),
  };
}

const comeBack = () =>
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));

test('a claim is this tab’s, however often it asks', async () => {
  const { openTab } = createWorld();
  const claim = openTab();
  expect(await claim('one')).toBe(true);
  expect(await claim('one')).toBe(true);
  expect(await openTab()('one')).toBe(false);
});

test('the page that comes next waits for the one before to let go, and no longer than it says', async () => {
  const locks = createFakeLocks();
  let letGo: ((_: unknown) => void) | undefined;
  void locks.request('formstead:draft:one', {}, () => new Promise((resolve) => (letGo = resolve)));
  const claim = createClaims(locks);
  expect(await claim('one')).toBe(false);
  expect(await claim('one', 20)).toBe(false);
  const claiming = claim('one', 1000);
  letGo?.(undefined);
  expect(await claiming).toBe(true);
});

test('a claim that was refused once is asked for again', async () => {
  const { openTab, refuse } = createWorld();
  const claim = openTab();
  refuse(1);
  await expect(claim('one')).rejects.toThrow('going away');
  expect(await claim('one')).toBe(true);
});

test('back from the back/forward cache a tab claims again what the browser had let go of', async () => {
  const { openTab, letGo } = createWorld();
  const claim = openTab();
  await claim('one');
  letGo();
  comeBack();
  expect(await claim('one')).toBe(true);
  expect(await openTab()('one')).toBe(false);
});

test('what another tab has taken meanwhile is the other tab’s', async () => {
  const { openTab, letGo } = createWorld();
  const claim = openTab();
  await claim('one');
  letGo();
  const other = openTab();
  expect(await other('one')).toBe(true);
  comeBack();
  expect(await claim('one')).toBe(false);
});
