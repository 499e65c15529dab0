import { expect, test } from 'vitest';
import { number } from '#core/fields/index.ts';
import { responsesMessages } from '../messages/en/responses.ts';
import { spreadText } from './spread-text.ts';

test('numbers of very many responses say how near they are', () => {
  const { control } = number({ label: 'Income' });
  const numbers = { min: 0, median: 3500, mean: 4012.5, max: 90_000 };
  const exact = 'Lowest 0, median 3,500, mean 4,012.5, highest 90,000.';
  expect(spreadText(control, numbers, responsesMessages)).toBe(exact);
  expect(spreadText(control, { ...numbers, within: 1000 }, responsesMessages)).toBe(
    `${exact} All but the mean are right to within 1,000.`,
  );
});
