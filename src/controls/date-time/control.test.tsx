import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { dateTime } from '#core/fields/index.ts';
import { openFields } from '../../testing/open-form.tsx';
import { utcOffsetAt } from './utc-offset.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** As `Date` has it: minutes to add to get UTC. */
const offsetIs = (minutes: number) =>
  vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(minutes);

test.each([
  [-120, '+02:00'],
  [0, '+00:00'],
  [210, '-03:30'],
  [-345, '+05:45'],
])('a clock that is %i minutes from UTC has the offset %s', (minutes, offset) => {
  offsetIs(minutes);
  expect(utcOffsetAt('2026-03-31T14:30')).toBe(offset);
});

test('a time is sent with the offset of the device’s clock, which is shown', async () => {
  offsetIs(-120);
  const { send } = openFields({ seen: dateTime({ label: 'Seen' }) });
  const box = await screen.findByLabelText('Seen');
  fireEvent.change(box, { target: { value: '2026-03-31T14:30' } });
  expect(await screen.findByText('Time zone: UTC+02:00')).toBeTruthy();
  expect(await send()).toEqual({ seen: '2026-03-31T14:30:00+02:00' });
});

test('an incomplete date that the browser does not pass on is reported, not silently dropped', async () => {
  const { press, sent } = openFields({ seen: dateTime({ label: 'Seen', optional: true }) });
  const box = await screen.findByLabelText<HTMLInputElement>('Seen (optional)');
  // For a date without a time, the input shows the text but has no value.
  vi.spyOn(box, 'validity', 'get').mockReturnValue({ badInput: true } as ValidityState);
  await press();
  await screen.findByRole('link', { name: 'Enter the date and the time of “Seen”' });
  expect(sent).toEqual([]);
});
