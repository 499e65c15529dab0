import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { acknowledge, text } from '#core/fields/index.ts';
import { openFields } from '../../testing/open-form.tsx';

afterEach(cleanup);

const rules = { label: 'Rules', text: 'Wear a **helmet**.', statement: 'I have read this' };

test('what has to be read is shown, and its box has to be ticked', async () => {
  const { person, press, send } = openFields({ rules: acknowledge(rules) });
  expect((await screen.findByText('helmet')).closest('strong')).toBeTruthy();
  await press();
  await screen.findByRole('link', { name: 'Tick the box “I have read this” to continue' });
  await person.click(screen.getByLabelText('I have read this'));
  expect(await send()).toEqual({ rules: true });
});

test('if it is optional, a box that is ticked and unticked again is no answer', async () => {
  const { person, send } = openFields({
    rules: acknowledge({ ...rules, optional: true }),
    name: text({ label: 'Name', optional: true }),
  });
  await person.click(await screen.findByLabelText('I have read this'));
  await person.click(screen.getByLabelText('I have read this'));
  expect(await send()).toEqual({});
});
