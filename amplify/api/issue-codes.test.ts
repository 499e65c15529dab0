import { expect, test } from 'vitest';
import { issueCodes } from './issue-codes.ts';
import { choice, email, number, repeat, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { parseAnswers } from '#core/form/parse-answers.ts';

const form = defineForm({
  id: 'visit',
  version: 1,
  title: 'Visit',
  action: 'Send',
  fields: {
    guest: text({ label: 'Name', max: 5 }),
    mail: email({ label: 'Email address' }),
    people: number({ label: 'How many', min: 1 }),
    meal: choice({
      label: 'Meal',
      options: [
        ['soup', 'Soup'],
        ['cake', 'Cake'],
      ],
    }),
  },
});

function codesFor(answers: unknown): readonly string[] {
  const parsed = parseAnswers(form, answers);
  return parsed.ok ? [] : issueCodes(form, answers, parsed.problem);
}

test('issues are logged as field names and reasons, never with answers', () => {
  expect(codesFor({ guest: 'Minnie', mail: 'minnie@', people: 0, meal: 'poison' })).toEqual([
    'guest: too-long',
    'mail: no-email',
    'people: no-number',
    'meal: unlisted',
  ]);
  expect(codesFor({})).toEqual(['guest: enter', 'mail: enter', 'people: enter', 'meal: choose']);
});

test('a field name that the sender made up is not logged', () => {
  const good = { guest: 'Ada', mail: 'ada@example.com', people: 2, meal: 'soup' };
  expect(codesFor({ ...good, 'ada@example.com': 1, secret: 2 })).toEqual(['unasked']);
  expect(codesFor([])).toEqual(['the form']);
});

const person = (i: number) => ({
  id: `018f3c2e-7b1a-7000-8000-00000000000${i}`,
  name: 'Clarabelle',
  mail: 'clarabelle@',
  secret: 1,
});

test('inside a repeat, the log says which question it is, and not which instance', () => {
  const fields = {
    people: repeat({
      label: 'People',
      max: 3,
      fields: { name: text({ label: 'Name', max: 5 }), mail: email({ label: 'Email' }) },
    }),
  };
  const guests = defineForm({ id: 'guests', version: 1, title: '', action: '', fields });
  const codesOf = (people: unknown) => {
    const parsed = parseAnswers(guests, { people });
    return parsed.ok ? [] : issueCodes(guests, { people }, parsed.problem);
  };
  expect(codesOf([person(1), person(2)])).toEqual([
    'people/name: too-long',
    'people/mail: no-email',
    'people/unasked',
  ]);
  expect(codesOf(Array.from({ length: 10_000 }, () => ({})))).toEqual(['people: many-instances']);
  expect(codesOf([{ id: 'Clarabelle' }])).toEqual(['people: no-instance-id']);
});
