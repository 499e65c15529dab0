import { expect, test } from 'vitest';
import type { Field } from './field.ts';
import * as kinds from './fields/index.ts';
import { defineForm, type Form } from './form.ts';
import { issuesOfForms, malformedForms, refuseMalformed } from './well-formed.ts';

const { choice, choices, consent, date, email, longText, number, text } = kinds;
const options = { none: 'No meal', lunch: 'Lunch' };
const plain = { id: 'visit', version: 1, title: 'A visit', action: 'Send' };

/** A form that can be served, but for what is changed in it: as somebody may write it whom no compiler stops. */
function visit(change: Record<string, unknown> = {}): Form {
  return defineForm({ ...plain, fields: { guest: text({ label: 'Name' }) }, ...change });
}

const issuesOf = (...forms: readonly unknown[]) =>
  issuesOfForms({ forms: forms as readonly Form[], reservedIds: ['sign-in', 'api'] });
const issuesOfField = (field: unknown) => issuesOf(visit({ fields: { it: field } }));

test('forms of every kind of question can be served', () => {
  const everyKind: Record<keyof typeof kinds, Field> = {
    text: text({ label: 'Name', min: 2, max: 2, example: 'Al' }),
    longText: longText({ label: 'Story', max: 9, min: 0, example: 'a\nb' }),
    email: email({ label: 'Email' }),
    phone: kinds.phone({ label: 'Phone', hint: 'With the country' }),
    url: kinds.url({ label: 'Page' }),
    number: number({ label: 'People', min: 1, max: 1, whole: true, unit: 'people' }),
    date: date({ label: 'Day', min: '2026-01-01', max: '2026-01-01' }),
    choice: choice({ label: 'Meal', options, default: 'lunch' }),
    choices: choices({ label: 'Sights', options }),
    consent: consent({ label: 'Terms', statement: 'I agree' }),
    location: kinds.location({ label: 'Place' }),
  };
  const fields = {
    ...everyKind,
    least: number({ label: 'Height', min: -1.5 }),
    open: choice({ label: 'Drink', options, optional: true }),
  };
  expect(issuesOf(visit({ fields }), visit({ id: 'b-2' }))).toEqual([]);
});

test.each([
  ['Visit Us', 'a letter first, such as "visit-us"'],
  ['visit_us', 'such as "visit-us"'],
  ['Été', 'such as "ete"'],
  ['2026-visit', 'such as "visit"'],
  ['', 'a letter first.'],
  ['مرحبا', 'a letter first.'],
  ['a'.repeat(65), 'at most 64'],
  ['a/b', 'such as "a-b"'],
  [undefined, 'use lower-case letters, digits and hyphens'],
  [7, 'use lower-case letters, digits and hyphens'],
  ['sign-in', 'is the address of a page of the app'],
  ['api', 'is the address of a page of the app'],
  ['constructor', 'means something to JavaScript'],
])('the id %j is refused, in a sentence', (id, sentence) => {
  expect(issuesOf(visit({ id }))).toEqual([expect.stringContaining(sentence)]);
  expect(issuesOf(visit({ id }))[0]).toMatch(/^Form ".*": its id .*\.$/);
});

test('one id for two forms is told once, however many have it', () => {
  expect(issuesOf(visit(), visit({ title: 'Another' }), visit(), visit({ id: 'other' }))).toEqual([
    expect.stringContaining('More than one form in forms/index.ts has the id "visit"'),
  ]);
});

test.each([0, -1, 1.5, Number.NaN, '1', undefined, null])('version %j is refused', (version) => {
  expect(issuesOf(visit({ version }))).toEqual(['Form "visit": version must be 1, 2, 3, …']);
});

test.each([
  [{ title: ' ' }, 'title is missing or blank'],
  [{ title: undefined }, 'title is missing or blank'],
  [{ action: '' }, 'action is missing or blank'],
  [{ introduction: '\u200b' }, 'introduction is blank'],
  [{ notify: 'everybody' }, "notify can only be 'owners'"],
  [{ fields: {} }, 'asks nothing'],
])('a form with %o is refused', (change, sentence) => {
  expect(issuesOf(visit(change))).toEqual([expect.stringContaining(`Form "visit": `)]);
  expect(issuesOf(visit(change))[0]).toContain(sentence);
});

test('what is no form is told by its place, and no form at all', () => {
  expect(issuesOf(visit(), undefined)).toEqual([
    'Number 2 in forms/index.ts is no form: make it with defineForm.',
  ]);
  expect(issuesOf({ id: 'visit' })).toEqual([expect.stringContaining('Number 1')]);
  expect(issuesOf()).toEqual([expect.stringContaining('There is no form')]);
});

test.each(['a b', '1st', 'größe', 'a-b', '', 'a'.repeat(65), 'toString', 'constructor'])(
  'a field cannot be called %j',
  (name) => {
    expect(issuesOf(visit({ fields: { [name]: text({ label: 'Name' }) } }))).toEqual([
      expect.stringContaining(`Form "visit", field "${name}": its name `),
    ]);
  },
);

test('two fields with one label are refused', () => {
  const fields = { a: text({ label: 'Name' }), b: email({ label: 'Name' }) };
  expect(issuesOf(visit({ fields }))).toEqual([
    'Form "visit", field "b": its label, “Name”, is that of field "a".',
  ]);
});

test.each<[string, () => unknown, string]>([
  ['no field', () => 'Name', 'is no field'],
  ['no field either', () => undefined, 'is no field'],
  ['a blank label', () => text({ label: ' ' }), 'label is missing or blank'],
  ['no label', () => text({} as never), 'label is missing or blank'],
  ['a blank hint', () => text({ label: 'Name', hint: '' }), 'hint is blank'],
  [
    'a blank statement',
    () => consent({ label: 'Terms', statement: ' ' }),
    'statement is missing or blank',
  ],
  ['a blank unit', () => number({ label: 'Weight', unit: ' ' }), 'unit is blank'],
  ['no rows', () => longText({ label: 'Story', rows: 0 }), 'has 0 rows'],
  [
    'an option whose value JavaScript moves to the front',
    () => choice({ label: 'Verdict', options: { good: 'Good', 2: 'Bad' } }),
    'its option "Bad" is 2, and JavaScript puts whole numbers first, whatever their place: call it n2',
  ],
  ['no options', () => choice({ label: 'Meal', options: {} }), 'has no options'],
  ['no options, many', () => choices({ label: 'Meals', options: {} }), 'has no options'],
  ['a blank option', () => choice({ label: 'Meal', options: { a: ' ' } }), 'options is blank'],
  [
    'a blank value',
    () => choice({ label: 'Meal', options: { '': 'None', a: 'Lunch' } }),
    'has a blank value',
  ],
  [
    'two options that read the same',
    () => choices({ label: 'Meals', options: { a: 'Lunch', b: 'Dinner', c: 'Lunch' } }),
    'its options "a" and "c" read the same: “Lunch”',
  ],
  [
    'a default that is no option',
    () => choice({ label: 'Meal', options, default: 'brunch' as never }),
    'its default, "brunch", is none of its options: none, lunch',
  ],
  [
    'a default that every object has',
    () => choice({ label: 'Meal', options, default: 'toString' as never }),
    'its default, "toString", is none of its options',
  ],
  [
    'a blank default',
    () => choice({ label: 'Meal', options, default: '' as never }),
    'its default, "", is none of its options',
  ],
  [
    'a default, and optional',
    () => choice({ label: 'Meal', options, default: 'none', optional: true } as never),
    'is optional and has a default',
  ],
  ['min over max', () => number({ label: 'Age', min: 9, max: 1 }), 'min, 9, is more than max, 1'],
  ['shorter than long', () => text({ label: 'Name', min: 9, max: 1 }), 'min, 9, is more than max'],
  ['min over the usual max', () => text({ label: 'Name', min: 300 }), 'min, 300, is more than max'],
  [
    'first after last',
    () => date({ label: 'Day', min: '2027-01-01', max: '2026-01-01' }),
    'min, 2027-01-01, is after max, 2026-01-01',
  ],
  ['no day', () => date({ label: 'Day', max: '2026-02-30' }), 'max is "2026-02-30", no day'],
  ['another way of writing', () => date({ label: 'Day', min: '1.1.2026' }), 'no day of the'],
  [
    'no whole number between',
    () => number({ label: 'Age', min: 1.2, max: 1.8, whole: true }),
    'no whole number lies between min, 1.2, and max, 1.8',
  ],
  ['no number', () => number({ label: 'Age', max: Number.NaN }), 'max is NaN'],
  [
    'a text for a number',
    () => number({ label: 'Age', min: '5' as never }),
    'min is "5": it is a number.',
  ],
  ['too large a number', () => number({ label: 'Age', max: 1e20 }), 'cannot be stored'],
  ['a negative length', () => text({ label: 'Name', max: -1 }), 'max is -1: it is a number of'],
  ['half a character', () => longText({ label: 'Story', max: 1.5 }), 'max is 1.5'],
  ['no character', () => text({ label: 'Name', max: 0 }), 'max is 0'],
  [
    'an example it refuses',
    () => text({ label: 'Name', max: 3, example: 'Minnie' }),
    'it refuses its own example, "Minnie"',
  ],
])('a field with %s is refused, in a sentence', (_, field, sentence) => {
  const issues = issuesOfField(field());
  expect(issues).toHaveLength(1);
  expect(issues[0]).toContain(sentence);
  expect(issues[0]).toMatch(/^Form "visit", field "it": .*\.$/);
});

test('everything that is wrong is thrown at once, a sentence a line', () => {
  const forms = [visit({ id: 'Visit Us', version: 0 })];
  expect(() => refuseMalformed({ forms, reservedIds: [] })).toThrow(
    expect.objectContaining({
      name: malformedForms,
      message: expect.stringMatching(/its id is the address.*\n.*version must be/),
    }),
  );
  expect(() => refuseMalformed({ forms: [visit()], reservedIds: [] })).not.toThrow();
});

const confirmed = { subject: 'Thank you', text: () => 'Hello' };

test('a confirmation has a subject for everybody, and links to addresses that have an end', () => {
  const links = ['https://example.com/', 'https://example.com/help/'];
  expect(issuesOf(visit({ confirmation: { ...confirmed, links } }))).toEqual([]);
});

test.each([
  [{ subject: ' ' }, 'subject is missing or blank'],
  [{ subject: () => 'Hello, Ada' }, 'subject is missing or blank'],
  [{ to: () => 'ada@example.com' }, 'to is no more'],
  [{ links: ['https://example.com'] }, '"https://example.com" has to begin'],
  [{ links: ['http://example.com/'] }, '"http://example.com/" has to begin'],
  [{ links: ['/'] }, '"/" has to begin'],
])('a confirmation with %o cannot be served', (change, sentence) => {
  const confirmation = { ...confirmed, ...change };
  expect(issuesOf(visit({ confirmation }))).toEqual([
    expect.stringContaining(
      `Form "visit": confirmation.${sentence.startsWith('"') ? 'links: ' : ''}${sentence}`,
    ),
  ]);
});

test('answers that are too long together, in the letters of most scripts, are told to who writes the form', () => {
  const texts = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`story${i}`, longText({ label: `Story ${i}` })]),
    );
  expect(issuesOf(visit({ fields: texts(4) }))).toEqual([]);
  expect(issuesOf(visit({ fields: { it: longText({ label: 'It', max: 1e6 }) } }))).toEqual([
    expect.stringContaining('together they may have 64 KB: lower the max of "it".'),
  ]);
  expect(issuesOf(visit({ fields: texts(5) }))).toEqual([
    'Form "visit": its answers can come to 73 KB, at 3 bytes a letter, and together they may have 64 KB: lower the max of "story0", "story1", "story2".',
  ]);
});
