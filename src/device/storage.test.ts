import { expect, test } from 'vitest';
import { createDeviceStorage } from './storage.ts';

test('what is written is read, until it is forgotten', () => {
  const storage = createDeviceStorage(() => window.sessionStorage);
  storage.write('name', 'Mickey');
  expect(window.sessionStorage.getItem('name')).toBe('Mickey');
  expect(storage.read('name')).toBe('Mickey');
  storage.forget('name');
  expect(storage.read('name')).toBeNull();
});

test('a browser that refuses storage remembers while the page is open', () => {
  const storage = createDeviceStorage(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  storage.write('name', 'Mickey');
  expect(storage.read('name')).toBe('Mickey');
  storage.forget('name');
  expect(storage.read('name')).toBeNull();
});

test('a full storage gives way to memory, and the newest text wins', () => {
  const kept = new Map([['name', 'old']]);
  const full = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
    removeItem: (name: string) => void kept.delete(name),
  };
  const storage = createDeviceStorage(() => full as unknown as Storage);
  storage.write('name', 'new');
  expect(storage.read('name')).toBe('new');
});
