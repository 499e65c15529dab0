import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromShortId, isUuid, newId, shortId } from './id.ts';

test('a new id is a UUIDv7', () => {
  fc.assert(
    fc.property(fc.nat(), fc.uint8Array({ minLength: 10, maxLength: 16 }), (now, random) => {
      expect(newId({ now, random })).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    }),
  );
});

test('ids sort by creation time', () => {
  const earlier = newId({ now: 1_790_000_000_000, random: new Uint8Array(10).fill(255) });
  const later = newId({ now: 1_790_000_000_001, random: new Uint8Array(10) });
  expect(earlier < later).toBe(true);
});

test('ids made at the same moment differ', () => {
  const ids = Array.from({ length: 10_000 }, () => newId({ now: 0, random: randomBytes(10) }));
  expect(new Set(ids).size).toBe(10_000);
});

test('a short id is the UUID in base64url, as Node encodes it, and converts back', () => {
  for (let i = 0; i < 1000; i += 1) {
    const id = randomUUID();
    const short = Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
    expect(shortId(id)).toBe(short);
    expect(fromShortId(short)).toBe(id);
  }
});

test.each(['', 'abc', '!'.repeat(22), 'A'.repeat(23), '_'.repeat(22), 'user#eve'])(
  '%j is not a short id',
  (text) => {
    expect(fromShortId(text)).toBeUndefined();
  },
);

test('isUuid accepts only whole UUIDs with dashes, in either case', () => {
  expect(isUuid('018F3C2E-7B1A-7000-8000-0123456789AB')).toBe(true);
  expect(isUuid('018f3c2e7b1a700080000123456789ab')).toBe(false);
  expect(isUuid('018f3c2e-7b1a-7000-8000-0123456789ab#')).toBe(false);
});
