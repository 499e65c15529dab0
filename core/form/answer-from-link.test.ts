import { expect, test } from 'vitest';
import {
  acknowledge,
  choice,
  choices,
  consent,
  currency,
  date,
  number,
  repeat,
  scale,
  text,
  year,
} from '../fields/index.ts';
import { answerFromLink, isPrefillable } from './answer-from-link.ts';
import { issuesOfField } from './check-field.ts';
import { issuesOfForms } from './check-forms.ts';
import { defineForm } from './define-form.ts';
import type { Field } from './field.ts';

const options = [
  ['fri', 'Friday'],
  ['sat', 'Saturday'],
] as const;

const parsed = (field: Field, ...texts: readonly string[]) => {
  const answer = field.parse(answerFromLink(field, texts));
  return answer.ok ? answer.value : undefined;
};

test.each<[string, Field, readonly string[], unknown]>([
  ['a text, tidied', text({ label: 'City' }), [' Oslo '], 'Oslo'],
  ['a text twice', text({ label: 'City' }), ['Oslo', 'Bergen'], undefined],
  ['a text that is too long', text({ label: 'City', max: 3 }), ['Oslo'], undefined],
  ['a whole number', number({ label: 'Table', whole: true }), ['12'], 12],
  ['a negative number with a fraction', number({ label: 'Shift', min: -9 }), ['-1.5'], -1.5],
  ['a number as some write it', number({ label: 'Table' }), ['1,5'], undefined],
  ['a number in another notation', number({ label: 'Table' }), ['0x10'], undefined],
  ['an endless number', number({ label: 'Table' }), ['Infinity'], undefined],
  ['a number beyond its limits', number({ label: 'Table', max: 9 }), ['10'], undefined],
  ['an amount', currency({ label: 'Gift', currency: 'EUR' }), ['12.5'], 12.5],
  ['a day', date({ label: 'Day' }), ['2026-05-01'], '2026-05-01'],
  ['a day that does not exist', date({ label: 'Day' }), ['2026-02-30'], undefined],
  ['a year', year({ label: 'Year' }), ['1999'], 1999],
  ['a point of a scale', scale({ label: 'How well?', min: 1, max: 5 }), ['4'], 4],
  ['an option', choice({ label: 'Day', options }), ['sat'], 'sat'],
  ['an option’s label', choice({ label: 'Day', options }), ['Saturday'], undefined],
  ['several options', choices({ label: 'Days', options }), ['fri', 'sat'], ['fri', 'sat']],
  ['an option that there is not', choices({ label: 'Days', options }), ['fri', 'x'], undefined],
])('%s in a link', (_, field, texts, answer) => {
  expect(isPrefillable(field)).toBe(true);
  expect(parsed(field, ...texts)).toEqual(answer);
});

test('nobody agrees to anything by a link', () => {
  const agreed = consent({ label: 'News', statement: 'Send me news', prefill: true });
  const acknowledged = acknowledge({
    label: 'Rules',
    text: 'Be kind.',
    statement: 'I have read them',
    prefill: true,
  });
  for (const field of [agreed, acknowledged]) {
    expect(isPrefillable(field)).toBe(false);
    expect(issuesOfField(field)).toContainEqual(expect.stringContaining('a link can only have'));
  }
});

test('a sensitive answer is in no link', () => {
  expect(issuesOfField(text({ label: 'Pin', sensitive: true, prefill: true }))).toEqual([
    expect.stringContaining('a link is stored'),
  ]);
});

test('a link cannot say for which instance of a repeat an answer is', () => {
  const people = repeat({
    label: 'People',
    fields: { name: text({ label: 'Name', prefill: true }) },
  });
  const form = defineForm({ id: 'a', version: 1, title: 'A', action: 'Send', fields: { people } });
  expect(issuesOfForms({ forms: [form], reservedIds: [] })).toEqual([
    expect.stringContaining('field "people.name": it has prefill'),
  ]);
});
