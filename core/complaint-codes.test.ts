import { expect, test } from 'vitest';
import { complaintCodes } from './complaint-codes.ts';
import { choice, email, number, text } from './fields/index.ts';
import { defineForm } from './form.ts';

const form = defineForm({
  id: 'visit',
  version: 1,
  title: 'Visit',
  action: 'Send',
  fields: {
    guest: text({ label: 'Name', max: 5 }),
    mail: email({ label: 'Email address' }),
    people: number({ label: 'How many', min: 1 }),
    meal: choice({ label: 'Meal', options: { soup: 'Soup', cake: 'Cake' } }),
  },
});

function codesFor(answers: unknown): readonly string[] {
  const parsed = form.parse(answers);
  return parsed.ok ? [] : complaintCodes(form, answers, parsed.problem);
}

test('a refusal is told by the names of questions and why, never by what was answered', () => {
  expect(codesFor({ guest: 'Minnie', mail: 'minnie@', people: 0, meal: 'poison' })).toEqual([
    'guest: too-long',
    'mail: no-email',
    'people: no-number',
    'meal: unlisted',
  ]);
  expect(codesFor({})).toEqual(['guest: enter', 'mail: enter', 'people: enter', 'meal: choose']);
});

test('a name that the sender made up is not told', () => {
  const good = { guest: 'Ada', mail: 'ada@example.com', people: 2, meal: 'soup' };
  expect(codesFor({ ...good, 'ada@example.com': 1, secret: 2 })).toEqual(['unasked']);
  expect(codesFor([])).toEqual(['the form']);
});
