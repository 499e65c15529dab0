import { expect, test } from 'vitest';
import { choice } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { readCsv } from '#core/testing/read-csv.ts';
import { waterForm } from '#core/testing/water-form.ts';
import { responsesMessages } from '../../messages/en/responses.ts';
import { responseColumns } from './data/response-columns.ts';
import { toResponseRow } from './data/response-row.ts';
import type { Response } from './data/response.ts';
import { exportedText } from '../../testing/exported-text.ts';
import { csvWriter } from './export/csv-writer.ts';
import { jsonLinesWriter } from './export/json-writer.ts';
import { filterInQuery, filterToQuery } from './filters/filter-query.ts';
import { matching, noFilter, irrelevant, pickable, unanswered } from './filters/response-filter.ts';

const response = (answers: object): Response => ({
  id: '019a0000-0000-7000-8000-000000000001',
  username: 'person-1',
  formVersion: 1,
  begunOn: '2026-11-21',
  version: 1,
  answers: { ...answers },
  derived: undefined,
  createdAt: '2026-11-21T09:41:00.000Z',
  updatedAt: '2026-11-21T09:41:00.000Z',
  receipt: {},
});
const tap = response({ name: 'NA', source: 'tap' });
const blank = response({ name: 'Bob', source: 'other' });
const far = response({ name: 'Ann', source: 'other', metres: 1500, kilometres: 1.5, isFar: true });

const columns = responseColumns(waterForm, responsesMessages);
const rows = [tap, blank, far].map((it) => toResponseRow(waterForm, columns, it));

test('the table says what was not asked, leaves empty what was left blank, and has the calculated values', () => {
  expect(columns.map((it) => it.label).slice(2, -3)).toEqual([
    'Name',
    'Where does this person get water?',
    'Where?',
    'How far is it?',
    'Kilometres',
    'isFar',
  ]);
  expect(rows.map((it) => it.texts.slice(2, -3).join('|'))).toEqual([
    'NA|A tap|Not asked|Not asked||',
    'Bob|Somewhere else||||',
    'Ann|Somewhere else||1,500 m|1.5|true',
  ]);
  expect(rows.every((it) => it.unasked.size === 0)).toBe(true);
});

test('who is filtered by “Not answered” was asked', () => {
  const filter = { ...noFilter, answers: { metres: unanswered } };
  expect(matching(rows, filter).map((it) => it.response)).toEqual([blank]);
});

test('who is filtered by “Not asked” was not asked, and others left it blank', () => {
  const filter = { ...noFilter, answers: { metres: irrelevant } };
  expect(matching(rows, filter).map((it) => it.response)).toEqual([tap]);
});

test('only questions with a condition can be filtered by “Not asked”, and its address says so', () => {
  const options = [['good', 'Good']] as const;
  const form = defineForm({
    id: 'taste',
    version: 1,
    title: 'Taste',
    action: 'Send',
    fields: {
      water: choice({ label: 'Water', options }),
      taste: choice({ label: 'Taste', options, optional: true }),
      colour: choice({ label: 'Colour', options, optional: true }),
    },
    when: { taste: ({ water }) => water !== undefined },
    sections: [
      { title: 'First', fields: ['water', 'taste'] },
      { title: 'Then', fields: ['colour'], when: ({ taste }) => taste !== undefined },
    ],
  });
  const questions = pickable(form, responsesMessages).slice(2);
  const offered = questions.map(([, them]) => them.map(([, it]) => it));
  expect(offered).toEqual([
    ['Good', 'Not answered'],
    ['Good', 'Not answered', 'Not asked'],
    ['Good', 'Not answered', 'Not asked'],
  ]);
  const filter = { ...noFilter, answers: { water: unanswered, taste: irrelevant, colour: 'good' } };
  const address = filterToQuery(filter).toString();
  const read = (query: string) =>
    filterInQuery(new URLSearchParams(query), form, responsesMessages);
  expect(read(address)).toEqual(filter);
  expect(read(address.replace('answer.taste', 'answer.water')).answers).toEqual({
    water: unanswered,
    colour: 'good',
  });
  expect(read('answer.water=+&answer.colour=no').answers).toEqual({});
});

test('a CSV file has NA for what was not asked, and no text can be taken for it', async () => {
  const writer = csvWriter(waterForm, { hasByteOrderMark: false });
  const [, ...records] = readCsv(await exportedText(writer, [tap, blank, far]));
  expect(records.map((it) => it.slice(1, 7).join('|'))).toEqual([
    "'NA|A tap|NA|NA||",
    'Bob|Somewhere else||||',
    'Ann|Somewhere else||1500|1.5|true',
  ]);
});

async function jsonOf(response: Response): Promise<unknown> {
  return JSON.parse(await exportedText(jsonLinesWriter(waterForm), [response]));
}

test('a JSON file names the fields that were not asked', async () => {
  expect(await jsonOf(tap)).toMatchObject({ notRelevant: ['other', 'metres'] });
  expect(await jsonOf(blank)).not.toHaveProperty('notRelevant');
});
