import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { rating, scale } from '#core/fields/index.ts';
import { openFields } from '../../testing/open-form.tsx';

afterEach(cleanup);

test('a number of a scale is chosen, and its ends are read out with their numbers', async () => {
  const { person, press, send } = openFields({
    likely: scale({
      label: 'How likely?',
      noun: 'how likely',
      min: 0,
      max: 10,
      ends: ['Not at all', 'Very'],
    }),
  });
  expect(await screen.findAllByRole('radio')).toHaveLength(11);
  expect(screen.getByRole('radio', { name: '0, Not at all' })).toBeTruthy();
  await press();
  await person.click(await screen.findByRole('link', { name: 'Choose how likely' }));
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: '0, Not at all' }));
  await person.click(screen.getByRole('radio', { name: '10, Very' }));
  expect(await send()).toEqual({ likely: 10 });
});

test('a rating is given as stars, and an optional one can be taken back', async () => {
  const { person, send } = openFields({ food: rating({ label: 'Food', max: 3, optional: true }) });
  await person.click(await screen.findByRole('radio', { name: '2 of 3 stars' }));
  expect(document.querySelectorAll('[data-lit]')).toHaveLength(2);
  await person.click(screen.getByRole('button', { name: 'Clear my choice' }));
  expect(document.querySelectorAll('[data-lit]')).toHaveLength(0);
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: '1 of 3 stars' }));
  expect(await send()).toEqual({});
});
