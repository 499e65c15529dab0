import { expect, test } from 'vitest';
import { choice, date, number, repeat, text } from '../fields/index.ts';
import { defineForm } from '../form/define-form.ts';
import { notRelevantIn } from './not-relevant.ts';

const plain = { id: 'visit', version: 1, title: 'A visit', action: 'Send' };
const id = '019a0000-0000-7000-8000-000000000001';

const form = defineForm({
  ...plain,
  fields: {
    source: choice({
      label: 'Source',
      options: [
        ['tap', 'Tap'],
        ['other', 'Other'],
      ],
    }),
    other: text({ label: 'Which?', optional: true }),
    otherSince: date({ label: 'Since when?', optional: true }),
    people: repeat({
      label: 'People',
      fields: {
        age: number({ label: 'Age' }),
        school: text({ label: 'School', optional: true }),
      },
      when: { school: ({ age = 0 }) => age < 18 },
    }),
  },
  when: {
    other: ({ source }) => source === 'other',
    otherSince: ({ other }) => other !== undefined,
  },
});

test('a field that the other answers hide was not asked, and one that was left blank was', () => {
  const people = [{ id, age: 40 }];
  expect([...notRelevantIn(form, { answers: { source: 'tap', people } })]).toEqual([
    'other',
    'otherSince',
    `people/${id}/school`,
  ]);
  const younger = [{ id, age: 4 }];
  expect([...notRelevantIn(form, { answers: { source: 'other', people: younger } })]).toEqual([
    'otherSince',
  ]);
});

test('a form without conditions asks for everything', () => {
  const { fields } = form;
  const always = defineForm({ ...plain, fields: { source: fields.source, other: fields.other } });
  expect(notRelevantIn(always, { answers: {} }).size).toBe(0);
});

test('what depends on today is read on the day on which the entry was begun', () => {
  const dated = defineForm({
    ...plain,
    fields: { day: text({ label: 'Day' }), late: text({ label: 'Late', optional: true }) },
    when: { late: (_, { today }) => today > '2026-03-31' },
  });
  const on = (begunOn: string) => notRelevantIn(dated, { answers: {}, begunOn }).has('late');
  expect([on('2026-03-31'), on('2026-04-01'), on('2026-03-31')]).toEqual([true, false, true]);
});
