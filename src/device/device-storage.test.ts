import { expect, test } from 'vitest';
import { createDeviceStorage } from './device-storage.ts';

test('a text can be read until it is forgotten', () => {
  const storage = createDeviceStorage(() => window.sessionStorage);
  storage.write('name', 'Mickey');
  expect(window.sessionStorage.getItem('name')).toBe('Mickey');
  expect(storage.read('name')).toBe('Mickey');
  storage.forget('name');
  expect(storage.read('name')).toBeNull();
});

test('without storage, texts are remembered while the page is open', () => {
  const storage = createDeviceStorage(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  storage.write('name', 'Mickey');
  expect(storage.read('name')).toBe('Mickey');
  storage.forget('name');
  expect(storage.read('name')).toBeNull();
});

test('with a full storage texts go to memory, and the newest one wins', () => {
  const stored = new Map([['name', 'old']]);
  const full = {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
    removeItem: (name: string) => void stored.delete(name),
  };
  const storage = createDeviceStorage(() => full as unknown as Storage);
  storage.write('name', 'new');
  expect(storage.read('name')).toBe('new');
});
