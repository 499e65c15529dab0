import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { month } from '#core/fields/index.ts';
import { openFields } from '../../testing/open-form.tsx';

afterEach(cleanup);

test('a month is chosen and its year typed', async () => {
  const { person, press, send } = openFields({ moved: month({ label: 'Moved in', noun: 'when' }) });
  const names = await screen.findByLabelText('Month');
  await person.type(screen.getByLabelText('Year'), '٢٠٢٦');
  await press();
  await screen.findByRole('link', {
    name: 'Enter the month and the year of when, like March 2026',
  });
  await person.selectOptions(names, 'March');
  expect(await send()).toEqual({ moved: '2026-03' });
});

test('an optional month may be left out', async () => {
  const { send } = openFields({ moved: month({ label: 'Moved in', optional: true }) });
  await screen.findByLabelText('Month');
  expect(await send()).toEqual({});
});
