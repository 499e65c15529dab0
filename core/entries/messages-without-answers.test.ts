import { expect, test } from 'vitest';
import { waterForm } from '../testing/water-form.ts';
import { parseAnswersInput } from './answers-input.ts';

test('a problem of the API never quotes an answer that a label mentions', () => {
  const sent = { form: waterForm, body: { name: 'Ann' }, formVersion: 1 };
  expect(parseAnswersInput(sent)).toMatchObject({
    problem: {
      errors: [{ field: 'source', message: 'Choose “Where does this person get water?”' }],
    },
  });
});
