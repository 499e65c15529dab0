import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import type { Location } from '#core/fields/location.ts';
import { wholeEarth, type MapView } from './map/map-view.ts';
import { PinSlider } from './pin-slider.tsx';

afterEach(cleanup);

const middle: MapView = { centre: { Latitude: 0, Longitude: 0 }, zoom: 1 };

/** The slider without the map in it, which jsdom cannot draw. */
function openSlider(first: MapView) {
  function Example() {
    const [view, setView] = useState(first);
    const [pin, setPin] = useState<Location>();
    return (
      <PinSlider
        label="Pickup location"
        describedBy=""
        isInvalid={false}
        view={view}
        pin={pin}
        onView={setView}
        onPin={setPin}
      />
    );
  }
  render(<Example />);
  const slider = screen.getByRole('slider', { name: 'Pin for Pickup location' });
  slider.focus();
  return {
    person: userEvent.setup(),
    slider,
    /** The position of the pin, as a screen reader announces it. */
    pinText: () => slider.getAttribute('aria-valuetext'),
  };
}

test(
  'the arrow keys place the pin and move it, further with Shift, and say where it is',
  { tags: 'map-arrow-keys' },
  async () => {
    const { person, pinText } = openSlider(middle);
    expect(pinText()).toBe('No pin yet');
    await person.keyboard('{ArrowUp}');
    expect(pinText()).toBe('0°, 0°');
    await person.keyboard('{ArrowUp}');
    expect(pinText()).toBe('2.8° N, 0°');
    await person.keyboard('{Shift>}{ArrowRight}{/Shift}');
    expect(pinText()).toBe('2.8° N, 28.1° E');
    await person.keyboard('{ArrowLeft}{ArrowDown}{PageDown}');
    expect(pinText()).toBe('28.1° S, 25.3° E');
  },
);

test('zoomed in, a key moves the pin by less', async () => {
  const { person, pinText } = openSlider(middle);
  await person.keyboard('{ArrowUp}++++{ArrowUp}');
  expect(pinText()).toBe('0.18° N, 0°');
  await person.keyboard('----{ArrowDown}');
  expect(pinText()).toBe('2.6° S, 0°');
});

test('the first key places the pin in the middle of the map', async () => {
  const { person, pinText } = openSlider(wholeEarth);
  await person.keyboard('{ArrowLeft}');
  expect(pinText()).toBe('20° N, 0°');
});

test('keyboard shortcuts of the browser are not intercepted', () => {
  const { slider, pinText } = openSlider(middle);
  for (const event of [
    { key: 'ArrowLeft', altKey: true },
    { key: '+', ctrlKey: true },
    { key: 'Tab' },
  ])
    expect(fireEvent.keyDown(slider, event)).toBe(true);
  expect(pinText()).toBe('No pin yet');
});
