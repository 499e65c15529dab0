import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ranking } from '#core/fields/index.ts';
import { openFields } from '../../testing/open-form.tsx';

afterEach(cleanup);

async function openRanking({ optional = false } = {}) {
  const order = ranking({
    label: 'What matters',
    options: [
      ['price', 'Price'],
      ['near', 'Near'],
      ['good', 'Good'],
    ],
    ...(optional && { optional: true }),
  });
  const opened = openFields({ order });
  await screen.findByRole('button', { name: 'Move Price up' });
  return {
    ...opened,
    items: () => screen.getAllByRole('listitem').filter((it) => it.closest('.ranking')),
    labels: () => [...document.querySelectorAll('.ranking-label')].map((it) => it.textContent),
  };
}

test('options are moved by their buttons, which keep the focus and announce the position', async () => {
  const { person, labels, send } = await openRanking();
  const down = screen.getByRole('button', { name: 'Move Price down' });
  await person.click(down);
  expect(labels()).toEqual(['Near', 'Price', 'Good']);
  expect(document.activeElement).toBe(down);
  expect(screen.getByText('Price is now number 2 of 3')).toBeTruthy();
  await person.keyboard('{Enter}{Enter}');
  expect(labels()).toEqual(['Near', 'Good', 'Price']);
  expect(await send()).toEqual({ order: ['near', 'good', 'price'] });
});

test('until something is moved there is no ranking; the order at first has to be confirmed', async () => {
  const { person, press, send } = await openRanking();
  await press();
  await screen.findByRole('link', { name: 'Choose the order of “What matters”' });
  await person.click(screen.getByRole('button', { name: 'This order is right' }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move Price up' }));
  expect(await send()).toEqual({ order: ['price', 'near', 'good'] });
});

test('an optional ranking can be left alone, or cleared', async () => {
  const { person, labels, send } = await openRanking({ optional: true });
  await person.click(screen.getByRole('button', { name: 'Move Good up' }));
  await person.click(screen.getByRole('button', { name: 'Clear my choices' }));
  expect(labels()).toEqual(['Price', 'Near', 'Good']);
  expect(await send()).toEqual({});
});

test('an option takes the position of the one that it is dragged over', async () => {
  const { items, labels } = await openRanking();
  // jsdom has no layout: each item is 50 px high.
  for (const item of items())
    item.getBoundingClientRect = () => {
      const i = items().indexOf(item);
      return { top: 50 * i, bottom: 50 * (i + 1), height: 50 } as DOMRect;
    };
  const handle = items()[0]?.querySelector('.ranking-handle');
  if (!handle) throw new Error('There is no handle.');
  Object.assign(handle, { setPointerCapture: () => undefined });
  fireEvent.pointerDown(handle, { button: 0, clientY: 25 });
  fireEvent.pointerMove(handle, { clientY: 60 });
  expect(labels()).toEqual(['Near', 'Price', 'Good']);
  fireEvent.pointerMove(handle, { clientY: 130 });
  fireEvent.pointerUp(handle);
  fireEvent.pointerMove(handle, { clientY: 10 });
  expect(labels()).toEqual(['Near', 'Good', 'Price']);
});
