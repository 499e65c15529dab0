import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { sampleFields } from '#core/testing/sample-fields.ts';
import { tallyOfAnswers } from '#core/testing/tally-of-answers.ts';
import { responsesMessages } from '../messages/en/responses.ts';
import { charts } from './charts.ts';
import { optionsToFilterBy } from './filters.ts';

afterEach(cleanup);

test.each(Object.entries(sampleFields))(
  '%s: owners see a chart of the answers, unless the field is not summed up',
  (_, field) => {
    const { label, control, summary, example } = field;
    const Chart = charts[summary];
    const answers = [example, undefined];
    const options = optionsToFilterBy(field, responsesMessages);
    render(
      <Chart {...{ label, control, answers, options }} tally={tallyOfAnswers(field, [example])} />,
    );
    const headings = screen.queryAllByRole('heading').map((it) => it.textContent);
    expect(headings).toEqual(summary === 'none' ? [] : [expect.stringContaining(label)]);
  },
);

test.each(Object.entries(sampleFields))(
  '%s: the filter lists exactly what the summary counts one by one',
  (_, field) => {
    const counted = tallyOfAnswers(field, [field.example]).options ?? {};
    const listed = optionsToFilterBy(field, responsesMessages) ?? [];
    expect(listed.map(([value]) => value)).toEqual(Object.keys(counted));
  },
);
