import { expect, test, vi } from 'vitest';
import { watchLocation, type Position } from './watch-location.ts';

/** A device whose positions the test decides. */
function fakeDevice() {
  const stopped: number[] = [];
  let found: ((it: { readonly coords: Position }) => void) | undefined;
  let failed: ((it: { readonly code: number }) => void) | undefined;
  const geolocation = {
    watchPosition: (...callbacks: [typeof found, typeof failed]) => {
      [found, failed] = callbacks;
      return 7;
    },
    clearWatch: (id: number) => stopped.push(id),
  } as unknown as Geolocation;
  return {
    geolocation,
    stopped,
    finds: (accuracy: number) =>
      found?.({ coords: { latitude: 30, longitude: 31, altitude: null, accuracy } }),
    fails: (code: number) => failed?.({ code }),
  };
}

const never = new AbortController().signal;

test('without an accuracy to wait for, the first position is taken', async () => {
  const device = fakeDevice();
  const found = watchLocation(device.geolocation, { onBetter: () => {}, signal: never });
  device.finds(5000);
  expect(await found).toMatchObject({ ok: true, value: { accuracy: 5000 } });
  expect(device.stopped).toEqual([7]);
});

test('with one, it waits for it, and tells of each better position', async () => {
  const device = fakeDevice();
  const onBetter = vi.fn();
  const found = watchLocation(device.geolocation, { accuracy: 20, onBetter, signal: never });
  for (const it of [85, 120, 31]) device.finds(it);
  device.fails(3);
  expect(device.stopped).toEqual([]);
  device.finds(20);
  expect(await found).toMatchObject({ ok: true, value: { accuracy: 20 } });
  expect(onBetter.mock.calls.map(([it]) => (it as Position).accuracy)).toEqual([85, 31, 20]);
  expect(device.stopped).toEqual([7]);
});

test('stopped, it gives the best position so far, or none', async () => {
  for (const accuracies of [[85, 40, 60], []]) {
    const device = fakeDevice();
    const stop = new AbortController();
    const found = watchLocation(device.geolocation, {
      accuracy: 20,
      onBetter: () => {},
      signal: stop.signal,
    });
    accuracies.forEach(device.finds);
    stop.abort();
    const result = await found;
    expect(result.ok && result.value?.accuracy).toBe(accuracies[1]);
    expect(device.stopped).toEqual([7]);
  }
});

test('each reason for failure is distinguished', async () => {
  const problems = await Promise.all(
    [1, 2, 3, 99].map(async (code) => {
      const device = fakeDevice();
      const found = watchLocation(device.geolocation, { onBetter: () => {}, signal: never });
      device.fails(code);
      const result = await found;
      return !result.ok && result.problem;
    }),
  );
  expect(problems).toEqual(['refused', 'unavailable', 'late', 'unavailable']);
  expect(await watchLocation(undefined, { onBetter: () => {}, signal: never })).toEqual({
    ok: false,
    problem: 'none',
  });
});
