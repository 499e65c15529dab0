import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { ride } from '#forms/ride.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture, delivered } from '../../testing/app-fixture.tsx';

afterEach(() => {
  cleanup();
  Reflect.deleteProperty(navigator, 'geolocation');
});

const box = (name: string) => screen.getByLabelText<HTMLInputElement>(name);

/** The ride's form, whose one question is a location. */
async function openMap() {
  const fixture = createAppFixture('/ride');
  fixture.signedIn();
  fixture.answers(delivered);
  render(<AppOfForms forms={[ride]} deps={fixture.open()} />);
  const person = userEvent.setup();
  const map = await screen.findByRole('slider', { name: 'Pin for Pickup location' });
  return {
    person,
    map,
    /** The position of the pin, as a screen reader announces it. */
    pinText: () => map.getAttribute('aria-valuetext'),
    boxValues: () => [box('Latitude').value, box('Longitude').value],
    /** jsdom has no layout, so the map is given a size. */
    tapAt: (x: number, y: number) => {
      map.getBoundingClientRect = () =>
        ({ left: 100, top: 50, width: 400, height: 200 }) as DOMRect;
      const tap = createEvent.click(map, { clientX: 100 + 400 * x, clientY: 50 + 200 * y });
      Object.defineProperty(tap, 'detail', { value: 1 });
      fireEvent(map, tap);
    },
    send: async () => {
      await person.click(screen.getByRole('button', { name: 'Request unicorn' }));
      await screen.findByRole('heading', { name: 'Sent' });
      return fixture.sent[0]?.body;
    },
  };
}

test('a tap on the map is an answer', { tags: 'map-tap' }, async () => {
  const { pinText, boxValues, tapAt, send } = await openMap();
  expect(pinText()).toBe('No pin yet');
  tapAt(0.75, 0.25);
  expect(pinText()).toBe('45° N, 90° E');
  expect(boxValues()).toEqual(['45', '90']);
  expect(await send()).toEqual({ PickupLocation: { Latitude: 45, Longitude: 90 } });
});

test(
  'the arrow keys place the pin and move it, further with Shift, and say where it is',
  { tags: 'map-arrow-keys' },
  async () => {
    const { person, map, pinText } = await openMap();
    await person.tab();
    for (let presses = 0; document.activeElement !== map && presses < 20; presses += 1)
      await person.tab();
    await person.keyboard('{ArrowUp}');
    expect(pinText()).toBe('0°, 0°');
    await person.keyboard('{ArrowUp}');
    expect(pinText()).toBe('3° N, 0°');
    await person.keyboard('{Shift>}{ArrowRight}{/Shift}');
    expect(pinText()).toBe('3° N, 90° E');
    await person.keyboard('{ArrowLeft}{ArrowDown}{PageDown}');
    expect(pinText()).toBe('30° S, 81° E');
  },
);

test('zoomed in, a key moves the pin by less, and the pin stays on the map', async () => {
  const { person, map, pinText } = await openMap();
  map.focus();
  await person.keyboard('{ArrowUp}++++{ArrowUp}');
  expect(pinText()).toBe('0.2° N, 0°');
  await person.click(screen.getByRole('button', { name: 'Zoom out' }));
  await person.keyboard('{Enter}');
  expect(pinText()).toBe('0.2° N, 0°');
  for (let presses = 0; presses < 30; presses += 1)
    fireEvent.keyDown(map, { key: 'ArrowRight', shiftKey: true });
  const pin = map.querySelector('svg svg');
  expect(Number.parseFloat(pin?.getAttribute('x') ?? '')).toBeLessThanOrEqual(100);
});

test('keyboard shortcuts of the browser are not intercepted', async () => {
  const { map, pinText } = await openMap();
  map.focus();
  for (const event of [
    { key: 'ArrowLeft', altKey: true },
    { key: '+', ctrlKey: true },
    { key: 'Tab' },
  ])
    expect(fireEvent.keyDown(map, event)).toBe(true);
  expect(pinText()).toBe('No pin yet');
});

test('two numbers typed move the pin, and half a number moves nothing', async () => {
  const { person, pinText } = await openMap();
  await person.type(box('Latitude'), '-33.8688');
  expect(pinText()).toBe('No pin yet');
  await person.type(box('Longitude'), '151.2093');
  expect(pinText()).toBe('33.8688° S, 151.2093° E');
  await person.type(box('Latitude'), 'x');
  expect(pinText()).toBe('No pin yet');
});

test('a missing location is also marked as invalid on the map', async () => {
  const { person, map } = await openMap();
  await person.click(screen.getByRole('button', { name: 'Request unicorn' }));
  expect(map.getAttribute('aria-invalid')).toBe('true');
  const ids = map.getAttribute('aria-describedby')?.split(' ') ?? [];
  const description = ids.map((id) => document.getElementById(id)?.textContent).join(' ');
  expect(description).toContain('Choose your pickup location');
});

test('“Use my location” fills in the device’s position, and zooms in on it', async () => {
  fakePosition({ latitude: 47.61747558, longitude: -122.2 });
  const { person, map, pinText, send } = await openMap();
  await person.click(screen.getByRole('button', { name: 'Use my location' }));
  expect(await screen.findByText('Your location has been filled in.')).toBeTruthy();
  expect(pinText()).toBe('47.617476° N, 122.2° W');
  expect(map.parentElement?.textContent).toContain('Grid: 110 m.');
  expect(await send()).toEqual({ PickupLocation: { Latitude: 47.617476, Longitude: -122.2 } });
});

test('if the device has no position, the page says so, and the numbers can be typed', async () => {
  const { person } = await openMap();
  await person.click(screen.getByRole('button', { name: 'Use my location' }));
  expect(
    await screen.findByText(
      'This browser cannot find your location. Enter the coordinates instead.',
    ),
  ).toBeTruthy();
});

/** jsdom has no geolocation. */
function fakePosition(coords: { latitude: number; longitude: number }): void {
  const getCurrentPosition = (found: (it: object) => void) => found({ coords });
  Object.defineProperty(navigator, 'geolocation', {
    value: { getCurrentPosition },
    configurable: true,
  });
}
