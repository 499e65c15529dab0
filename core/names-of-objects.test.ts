import { expect, test } from 'vitest';
import { tallyOf } from './entries/tally.ts';
import { answerInWords } from './answer-in-words.ts';
import { mailsFor } from './confirmation.ts';
import { complaintWords } from './complaint-words.ts';
import { choice, choices, text } from './fields/index.ts';
import { defineForm, type Form } from './form.ts';
import { inOtherWords } from './in-other-words.ts';
import { own } from './own.ts';
import { issuesOfForms } from './well-formed.ts';

/** `constructor`, `toString`, `__proto__`: what every object has without being given it. */
const names = Object.getOwnPropertyNames(Object.prototype);
const options = Object.fromEntries(names.map((name) => [name, `The ${name}`]));

const form = (fields: object): Form =>
  defineForm({ id: 'visit', version: 1, title: 'Visit', action: 'Send', fields: fields as never });
const issuesOf = (it: Form) => issuesOfForms({ forms: [it], reservedIds: [] });

test('a record is asked only for what it was given', () => {
  for (const name of names) {
    expect(own({}, name)).toBeUndefined();
    expect(own(options, name)).toBe(`The ${name}`);
  }
  expect(own(undefined, 'a')).toBeUndefined();
});

test.each(names)('neither a field nor a form is called %s, and its author is told why', (name) => {
  const named = form(Object.fromEntries([[name, text({ label: 'A' })]]));
  expect(issuesOf(named)).toEqual([
    expect.stringMatching(/^Form "visit", field ".*": its name (means something|is the key)/),
  ]);
  expect(issuesOf({ ...form({ a: text({ label: 'A' }) }), id: name })).toEqual([
    expect.stringMatching(/: its id (means something|is the address)/),
  ]);
});

test('a field or an option written as __proto__, which an object does not keep, is told of', () => {
  expect(issuesOf(form({ a: text({ label: 'A' }), __proto__: text({ label: 'B' }) }))).toEqual([
    'Form "visit": one of its fields is called __proto__, which JavaScript keeps to itself: choose another name.',
  ]);
  const odd = choice({ label: 'A', options: { one: 'One', __proto__: { two: 'Two' } } as never });
  expect(issuesOf(form({ a: odd }))).toEqual([
    'Form "visit", field "a": one of its options is called __proto__, which JavaScript keeps to itself: choose another name.',
  ]);
});

test('options may have all of these names: they are chosen, shown, translated and counted', () => {
  const asked = form({
    one: choice({ label: 'One', options }),
    some: choices({ label: 'Some', options }),
  });
  expect(issuesOf(asked)).toEqual([]);
  const common = { complaints: complaintWords, quoted: String, yes: 'ja', no: 'nein', comma: '; ' };
  const translated = inOtherWords(
    asked,
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
    expect(asked.parse(answers)).toEqual({ ok: true, value: answers });
    for (const { fields } of [asked, translated])
      for (const field of Object.values(fields))
        expect(answerInWords(field, answers[field === fields['one'] ? 'one' : 'some'])).toBe(
          `The ${name}`,
        );
  }
  for (const field of Object.values(asked.fields))
    expect(Object.entries(tallyOf(field, names).options ?? {})).toEqual(names.map((it) => [it, 1]));
  const answers = { one: 'constructor', some: names };
  const entry = { id: '', form: 'visit', formVersion: 1, username: '', version: 1 };
  const stored = { ...entry, answers, createdAt: '2026-01-01T00:00:00Z', updatedAt: '' };
  const [notice] = mailsFor({ ...asked, notify: 'owners' }, stored, 'owner@example.com');
  expect(notice?.text).toContain('One: The constructor');
  for (const name of names) expect(notice?.text).toContain(`The ${name}`);
});

test('an answer that is no option any more is shown as it is, whatever it is called', () => {
  const asked = form({
    one: choice({ label: 'One', options: { a: 'A' } }),
    some: choices({ label: 'Some', options: { a: 'A' } }),
  });
  for (const name of names)
    for (const [field, answer] of [
      [asked.fields['one'], name],
      [asked.fields['some'], [name]],
    ] as const) {
      expect(field?.parse(answer).ok).toBe(false);
      expect(field && answerInWords(field, answer)).toBe(name);
    }
});

test('what a form does not ask is refused by name, and no name of an object passes for an answer', () => {
  const asked = form({ a: text({ label: 'A' }) });
  for (const name of names) {
    const parsed = asked.parse(JSON.parse(`{"a":"x","${name}":"y"}`));
    expect(parsed.ok ? [] : parsed.problem.map((it) => it.field)).toEqual([name]);
  }
});
