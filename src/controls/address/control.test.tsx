import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { address } from '#core/fields/index.ts';
import { openFields } from '../../testing/open-form.tsx';

afterEach(cleanup);

test('an address is one answer, with the parts that were filled in', async () => {
  const { person, send } = openFields({ home: address({ label: 'Home' }) });
  await person.type(await screen.findByLabelText('Address line 1'), '12 Mill Lane');
  await person.type(screen.getByLabelText('Town or city'), 'Bristol');
  await person.type(screen.getByLabelText('Postcode (optional)'), 'BS1 4ST');
  expect(await send()).toEqual({
    home: { line1: '12 Mill Lane', town: 'Bristol', postcode: 'BS1 4ST' },
  });
});

test('the issue names the missing parts and leads to the first of them', async () => {
  const { person, press } = openFields({ home: address({ label: 'Home', noun: 'your address' }) });
  await person.type(await screen.findByLabelText('Address line 1'), '12 Mill Lane');
  await press();
  await person.click(
    await screen.findByRole('link', { name: 'Enter the town or city of your address' }),
  );
  const town = screen.getByLabelText('Town or city');
  expect(document.activeElement).toBe(town);
  expect(town.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText('Address line 1').getAttribute('aria-invalid')).toBe('false');
});

test('the browser can fill in two addresses of one form apart', async () => {
  const parts = ['line1', 'postcode'] as const;
  openFields({ home: address({ label: 'Home', parts }), work: address({ label: 'Work', parts }) });
  const boxes = await screen.findAllByLabelText('Postcode');
  expect(boxes.map((it) => it.getAttribute('autocomplete'))).toEqual([
    'section-answer-home postal-code',
    'section-answer-work postal-code',
  ]);
});
