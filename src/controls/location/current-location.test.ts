import { expect, test } from 'vitest';
import { findCurrentLocation } from './current-location.ts';

const failing = (code: number) =>
  ({
    getCurrentPosition: (_: unknown, fail: (it: { code: number }) => void) => fail({ code }),
  }) as unknown as Geolocation;

test('each reason for failure is distinguished', async () => {
  const failures = await Promise.all(
    [1, 2, 3, 99].map((code) => findCurrentLocation(failing(code))),
  );
  expect(failures.map((it) => !it.ok && it.problem)).toEqual([
    'refused',
    'unavailable',
    'late',
    'unavailable',
  ]);
  expect(await findCurrentLocation(undefined)).toEqual({ ok: false, problem: 'none' });
});
