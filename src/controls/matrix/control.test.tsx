import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { matrix } from '#core/fields/index.ts';
import type { Field } from '#core/form/field.ts';
import { openFields } from '../../testing/open-form.tsx';

afterEach(cleanup);

const rows = [
  ['guide', 'The guide'],
  ['food', 'The food'],
] as const;
const columns = [
  ['poor', 'Poor'],
  ['good', 'Good'],
] as const;

/** One choice of a row, by their labels. */
const cell = (row: string, column: string) =>
  within(screen.getByRole('radiogroup', { name: row })).getByLabelText(column);

async function openMatrix(field: Field) {
  const opened = openFields({ opinion: field });
  await screen.findByRole('radiogroup', { name: 'The guide' });
  return opened;
}

test('a column is chosen in each row, and the link of an issue leads to the first row without one', async () => {
  const { person, press, send } = await openMatrix(matrix({ label: 'Opinion', rows, columns }));
  await person.click(cell('The guide', 'Good'));
  await press();
  await person.click(
    await screen.findByRole('link', { name: 'Choose an answer in each row of “Opinion”' }),
  );
  expect(document.activeElement).toBe(cell('The food', 'Poor'));
  const invalid = screen
    .getAllByRole('radiogroup')
    .map((it) => it.getAttribute('aria-invalid') === 'true');
  expect(invalid).toEqual([false, true]);
  await person.click(cell('The food', 'Poor'));
  expect(await send()).toEqual({ opinion: { guide: 'good', food: 'poor' } });
});

test('an optional matrix may have rows without an answer, and can be cleared', async () => {
  const { person, send } = await openMatrix(
    matrix({ label: 'Opinion', rows, columns, optional: true }),
  );
  await person.click(cell('The food', 'Poor'));
  await person.click(screen.getByRole('button', { name: 'Clear my choices' }));
  await person.click(cell('The guide', 'Good'));
  expect(await send()).toEqual({ opinion: { guide: 'good' } });
});
