import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { currency } from '#core/fields/index.ts';
import { openFields } from '../../testing/open-form.tsx';

afterEach(cleanup);

test('an amount is typed in any common way, beside its currency, and sent as a number', async () => {
  const { person, press, send } = openFields({
    rent: currency({ label: 'Rent', noun: 'the rent', currency: 'EUR' }),
  });
  const box = await screen.findByLabelText('Rent');
  const description = box.getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(description)?.textContent).toBe('€');
  await person.type(box, '1.234,567');
  await press();
  await screen.findByRole('link', { name: 'Enter the rent with at most 2 decimals' });
  await person.clear(box);
  await person.type(box, '1.234,50');
  expect(await send()).toEqual({ rent: 1234.5 });
});
