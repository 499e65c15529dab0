import { expect, test } from 'vitest';
import { tallyOfAnswers } from '../testing/tally-of-answers.ts';
import { answerText } from './answer-text.ts';
import { issueMessages } from './issue-messages.ts';
import { choice, choices, text } from '../fields/index.ts';
import { defineForm, type Form } from './define-form.ts';
import { translateForm } from './translate-form.ts';
import { getOwn } from '../values/own-property.ts';
import { issuesOfForms } from './check-forms.ts';
import { parseAnswers } from './parse-answers.ts';

/** The properties that every object inherits, such as `constructor`, `toString` and `__proto__`. */
const names = Object.getOwnPropertyNames(Object.prototype);
const options = names.map((name) => [name, `The ${name}`] as const);

const form = (fields: object): Form =>
  defineForm({ id: 'visit', version: 1, title: 'Visit', action: 'Send', fields: fields as never });
const issuesOf = (it: Form) => issuesOfForms({ forms: [it], reservedIds: [] });

test('getOwn ignores inherited properties', () => {
  for (const name of names) {
    expect(getOwn({}, name)).toBeUndefined();
    expect(getOwn(Object.fromEntries(options), name)).toBe(`The ${name}`);
  }
  expect(getOwn(undefined, 'a')).toBeUndefined();
});

test.each(names)('%s is rejected as the name of a field and as the id of a form', (name) => {
  const named = form(Object.fromEntries([[name, text({ label: 'A' })]]));
  expect(issuesOf(named)).toEqual([
    expect.stringMatching(/^Form "visit", field ".*": its name (is a reserved name|is the key)/),
  ]);
  expect(issuesOf({ ...form({ a: text({ label: 'A' }) }), id: name })).toEqual([
    expect.stringMatching(/: its id (is a reserved name|is the address)/),
  ]);
});

test('a field written as __proto__, which sets the prototype instead, is reported', () => {
  expect(issuesOf(form({ a: text({ label: 'A' }), __proto__: text({ label: 'B' }) }))).toEqual([
    'Form "visit": one of its fields is called __proto__, which JavaScript reserves: choose another name.',
  ]);
});

test('options may have these names, and can be chosen, shown, translated and counted', () => {
  const visit = form({
    one: choice({ label: 'One', options }),
    some: choices({ label: 'Some', options }),
  });
  expect(issuesOf(visit)).toEqual([]);
  const common = {
    language: 'de',
    issueMessages,
    quoted: String,
    yes: 'ja',
    no: 'nein',
    comma: '; ',
  };
  const translated = translateForm(
    visit,
    {
      title: '',
      action: '',
      fields: {
        one: { label: 'Eins', options: {} },
        some: { label: 'Einige', options: {} },
      },
    },
    common,
  );
  for (const name of names) {
    const answers = { one: name, some: [name] };
    expect(parseAnswers(visit, answers)).toEqual({ ok: true, value: answers });
    for (const { fields } of [visit, translated])
      for (const field of Object.values(fields))
        expect(answerText(field, answers[field === fields['one'] ? 'one' : 'some'])).toBe(
          `The ${name}`,
        );
  }
  for (const field of Object.values(visit.fields))
    expect(Object.entries(tallyOfAnswers(field, names).options ?? {})).toEqual(
      names.map((it) => [it, 1]),
    );
});

test('an answer that is no longer an option is shown as it is, whatever its name', () => {
  const visit = form({
    one: choice({ label: 'One', options: [['a', 'A']] }),
    some: choices({ label: 'Some', options: [['a', 'A']] }),
  });
  for (const name of names)
    for (const [field, answer] of [
      [visit.fields['one'], name],
      [visit.fields['some'], [name]],
    ] as const) {
      expect(field?.parse(answer).ok).toBe(false);
      expect(field && answerText(field, answer)).toBe(name);
    }
});

test('answers under these names are refused when the form has no such field', () => {
  const visit = form({ a: text({ label: 'A' }) });
  for (const name of names) {
    const parsed = parseAnswers(visit, JSON.parse(`{"a":"x","${name}":"y"}`));
    expect(parsed.ok ? [] : parsed.problem.map((it) => it.field)).toEqual([name]);
  }
});
