import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { location } from '#core/fields/index.ts';
import { openFields } from '../../testing/open-form.tsx';
import type { Position } from './watch-location.ts';

afterEach(() => {
  cleanup();
  Reflect.deleteProperty(navigator, 'geolocation');
});

const box = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const boxValues = () => [box('Latitude').value, box('Longitude').value];
const cairo = { latitude: 30.05, longitude: 31.25, altitude: 23.44, accuracy: 12.34 };

/** jsdom has no geolocation. Finds one position after the other, when the test says so. */
function hasPositions() {
  let found: ((it: { readonly coords: Position }) => void) | undefined;
  const watches = new Set<number>();
  Object.defineProperty(navigator, 'geolocation', {
    configurable: true,
    value: {
      watchPosition: (callback: typeof found) => {
        found = callback;
        watches.add(1);
        return 1;
      },
      clearWatch: (id: number) => watches.delete(id),
    },
  });
  return {
    finds: (position: Partial<Position>) =>
      act(async () => found?.({ coords: { ...cairo, ...position } })),
    isWatching: () => watches.size > 0,
  };
}

async function openLocation(accuracy?: number) {
  const site = location({ label: 'Site', ...(accuracy !== undefined && { accuracy }) });
  const opened = openFields({ site });
  const useMine = await screen.findByRole('button', { name: 'Use my location' });
  return { ...opened, useMine };
}

test('where no map can be drawn, the page says so, and two numbers are an answer', async () => {
  const { person, send } = await openLocation();
  expect(screen.getByText('This browser cannot draw the map.')).toBeTruthy();
  await person.type(box('Latitude'), '-33.8688');
  await person.type(box('Longitude'), '151.2093');
  expect(await send()).toEqual({ site: { Latitude: -33.8688, Longitude: 151.2093 } });
});

test('“Use my location” fills in the device’s position, and says how accurate it is', async () => {
  const device = hasPositions();
  const { person, useMine, send } = await openLocation();
  await person.click(useMine);
  await device.finds({ latitude: 47.61747558, longitude: -122.2 });
  expect(
    await screen.findByText('Your location has been filled in, accurate to 12 m.'),
  ).toBeTruthy();
  expect(await send()).toEqual({ site: { Latitude: 47.617476, Longitude: -122.2 } });
});

test('a field with an accuracy waits for it, and keeps the accuracy and the altitude', async () => {
  const device = hasPositions();
  const { person, useMine, send } = await openLocation(20);
  await person.click(useMine);
  await device.finds({ accuracy: 2400 });
  expect(screen.getByText('Accurate to 2.4 km so far. Waiting for 20 m…')).toBeTruthy();
  expect(boxValues()).toEqual(['', '']);
  await device.finds({});
  await screen.findByText('Your location has been filled in, accurate to 12 m.');
  expect(device.isWatching()).toBe(false);
  expect(await send()).toEqual({
    site: { Latitude: 30.05, Longitude: 31.25, Accuracy: 12.3, Altitude: 23.4 },
  });
});

test('somebody who cannot wait takes the position as it is', async () => {
  const device = hasPositions();
  const { person, useMine, send } = await openLocation(20);
  await person.click(useMine);
  await device.finds({ accuracy: 85, altitude: null });
  await person.click(screen.getByRole('button', { name: 'Use it as it is' }));
  await screen.findByText('Your location has been filled in, accurate to 85 m.');
  expect(screen.queryByRole('button', { name: 'Use it as it is' })).toBeNull();
  expect(await send()).toEqual({ site: { Latitude: 30.05, Longitude: 31.25, Accuracy: 85 } });
});

test('a number that somebody changes is no longer as accurate as the device said', async () => {
  const device = hasPositions();
  const { person, useMine, send } = await openLocation(20);
  await person.click(useMine);
  await device.finds({});
  await person.type(box('Latitude'), '1');
  expect(await send()).toEqual({ site: { Latitude: 30.051, Longitude: 31.25 } });
});

test('a page that is left stops the receiver', async () => {
  const device = hasPositions();
  const { person, useMine, page } = await openLocation(20);
  await person.click(useMine);
  expect(device.isWatching()).toBe(true);
  page.unmount();
  expect(device.isWatching()).toBe(false);
});

test('if the device has no position, the page says so, and the numbers can be typed', async () => {
  const { person, useMine } = await openLocation();
  await person.click(useMine);
  expect(
    await screen.findByText(
      'This browser cannot find your location. Enter the coordinates instead.',
    ),
  ).toBeTruthy();
});
