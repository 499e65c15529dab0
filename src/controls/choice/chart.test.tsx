import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { choice } from '#core/fields/index.ts';
import { tallyOfAnswers } from '#core/testing/tally-of-answers.ts';
import { OptionsChart } from './chart.tsx';

afterEach(cleanup);

const water = choice({
  label: 'Water',
  options: [
    ['2', 'Two taps'],
    ['1', 'One tap'],
    ['other', 'Somewhere else'],
  ],
  other: 'other',
});

test('options are in the order of the form, and the texts that people gave follow', () => {
  const answers = ['1', '2', '1', { other: 'A spring' }, { other: 'A spring' }, undefined];
  const tally = tallyOfAnswers(
    water,
    answers.filter((it) => it !== undefined),
  );
  const { label, control } = water;
  const options = 'options' in control ? control.options : undefined;
  render(<OptionsChart {...{ label, control, tally, options, answers }} />);
  const rows = screen.getAllByRole('row').map((it) => it.textContent);
  expect(rows.slice(1)).toEqual([
    'Two taps1 (20%)',
    'One tap2 (40%)',
    'Somewhere else2 (40%)',
    'Somewhere else: A spring2',
  ]);
});
