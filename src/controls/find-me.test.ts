import { expect, test } from 'vitest';
import { findMe } from './find-me.ts';

const failing = (code: number) =>
  ({
    getCurrentPosition: (_: unknown, fail: (it: { code: number }) => void) => fail({ code }),
  }) as unknown as Geolocation;

test('each way of not being found is told apart', async () => {
  const told = await Promise.all([1, 2, 3, 99].map((code) => findMe(failing(code))));
  expect(told.map((it) => !it.ok && it.problem)).toEqual([
    'refused',
    'unavailable',
    'late',
    'unavailable',
  ]);
  expect(await findMe(undefined)).toEqual({ ok: false, problem: 'none' });
});
