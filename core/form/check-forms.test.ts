import { expect, test } from 'vitest';
import * as kinds from '../fields/index.ts';
import { list } from './list.ts';
import { sampleFields } from '../testing/sample-fields.ts';
import { defineForm, type Form } from './define-form.ts';
import { issuesOfForms, malformedForms, assertValidForms } from './check-forms.ts';

const {
  choice,
  choiceFrom,
  choices,
  consent,
  date,
  email,
  longText,
  matrix,
  number,
  photo,
  repeat,
  text,
} = kinds;
const options = [
  ['none', 'No meal'],
  ['lunch', 'Lunch'],
] as const;
const plain = { id: 'visit', version: 1, title: 'A visit', action: 'Send' };

/** A valid form with changes that a type checker would not allow. */
function visit(change: Record<string, unknown> = {}): Form {
  return defineForm({ ...plain, fields: { guest: text({ label: 'Name' }) }, ...change });
}

const issuesOf = (...forms: readonly unknown[]) =>
  issuesOfForms({ forms: forms as readonly Form[], reservedIds: ['sign-in', 'api'] });
const issuesOfField = (field: unknown) => issuesOf(visit({ fields: { it: field } }));

test('a form with every kind of field is valid', () => {
  const fields = {
    ...sampleFields,
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
  ['constructor', 'is a reserved name in JavaScript'],
])('the id %j is rejected with a sentence', (id, sentence) => {
  expect(issuesOf(visit({ id }))).toEqual([expect.stringContaining(sentence)]);
  expect(issuesOf(visit({ id }))[0]).toMatch(/^Form ".*": its id .*\.$/);
});

test('a form with a sensitive field cannot ask for files, which the device has to store', () => {
  const code = text({ label: 'Code', sensitive: true });
  const photos = photo({ label: 'House' });
  const walls = repeat({ label: 'Walls', fields: { photos } });
  const sentence = expect.stringContaining('it asks for files and has a sensitive field');
  expect(issuesOf(visit({ fields: { code, photos } }))).toEqual([sentence]);
  expect(issuesOf(visit({ fields: { code, walls } }))).toEqual([sentence]);
  expect(issuesOf(visit({ fields: { photos, walls } }))).toEqual([]);
});

test('an id that several forms share is reported once', () => {
  expect(issuesOf(visit(), visit({ title: 'Another' }), visit(), visit({ id: 'other' }))).toEqual([
    expect.stringContaining('More than one form in forms/index.ts has the id "visit"'),
  ]);
});

test.each([0, -1, 1.5, Number.NaN, '1', undefined, null])('version %j is rejected', (version) => {
  expect(issuesOf(visit({ version }))).toEqual(['Form "visit": version must be 1, 2, 3, …']);
});

test.each([
  [{ title: ' ' }, 'title is missing or blank'],
  [{ title: undefined }, 'title is missing or blank'],
  [{ action: '' }, 'action is missing or blank'],
  [{ introduction: '\u200b' }, 'introduction is blank'],
  [{ group: ' ' }, 'group is blank'],
  [{ notify: 'owners' }, 'notify has to be { to:'],
  [{ shards: 0 }, 'shards can be 1 to 64'],
  [{ shards: 2.5 }, 'shards can be 1 to 64'],
  [{ shards: 65 }, 'shards can be 1 to 64'],
  [{ fields: {} }, 'has no fields'],
])('a form with %o is rejected', (change, sentence) => {
  expect(issuesOf(visit(change))).toEqual([expect.stringContaining(`Form "visit": `)]);
  expect(issuesOf(visit(change))[0]).toContain(sentence);
});

test('a value that is not a form is reported by its position, and so is an empty list', () => {
  expect(issuesOf(visit(), undefined)).toEqual([
    'Number 2 in forms/index.ts is not a form: make it with defineForm.',
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

test('two fields with the same label are rejected', () => {
  const fields = { a: text({ label: 'Name' }), b: email({ label: 'Name' }) };
  expect(issuesOf(visit({ fields }))).toEqual([
    'Form "visit", field "b": its label, “Name”, is also the label of field "a".',
  ]);
});

test.each<[string, () => unknown, string]>([
  ['a string as the field', () => 'Name', 'is not a field'],
  ['undefined as the field', () => undefined, 'is not a field'],
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
    'two options with one value',
    () =>
      choice({
        label: 'Verdict',
        options: [
          ['good', 'Good'],
          ['good', 'Fine'],
        ],
      }),
    'two of its options have the value "good": each needs its own',
  ],
  ['no options', () => choice({ label: 'Meal', options: [] }), 'has no options'],
  [
    'no options to choose several from',
    () => choices({ label: 'Meals', options: [] }),
    'has no options',
  ],
  ['a blank option', () => choice({ label: 'Meal', options: [['a', ' ']] }), 'options is blank'],
  [
    'a blank value',
    () =>
      choice({
        label: 'Meal',
        options: [
          ['', 'None'],
          ['a', 'Lunch'],
        ],
      }),
    'has a blank value',
  ],
  [
    'two options that read the same',
    () =>
      choices({
        label: 'Meals',
        options: [
          ['a', 'Lunch'],
          ['b', 'Dinner'],
          ['c', 'Lunch'],
        ],
      }),
    'its options "a" and "c" read the same: “Lunch”',
  ],
  [
    'a default that is not an option',
    () => choice({ label: 'Meal', options, default: 'brunch' as never }),
    'its default, "brunch", is not one of its options: none, lunch',
  ],
  [
    'the name of an inherited property as its default',
    () => choice({ label: 'Meal', options, default: 'toString' as never }),
    'its default, "toString", is not one of its options',
  ],
  [
    'a blank default',
    () => choice({ label: 'Meal', options, default: '' as never }),
    'its default, "", is not one of its options',
  ],
  [
    'a default although it is optional',
    () => choice({ label: 'Meal', options, default: 'none', optional: true } as never),
    'is optional and has a default',
  ],
  ['min above max', () => number({ label: 'Age', min: 9, max: 1 }), 'min, 9, is more than max, 1'],
  [
    'a min length above its max',
    () => text({ label: 'Name', min: 9, max: 1 }),
    'min, 9, is more than max',
  ],
  [
    'min above the default max',
    () => text({ label: 'Name', min: 300 }),
    'min, 300, is more than max',
  ],
  [
    'a first day after its last',
    () => date({ label: 'Day', min: '2027-01-01', max: '2026-01-01' }),
    'min, 2027-01-01, is after max, 2026-01-01',
  ],
  [
    'a day that does not exist',
    () => date({ label: 'Day', max: '2026-02-30' }),
    'max is "2026-02-30", which is not a real date',
  ],
  ['a date in another format', () => date({ label: 'Day', min: '1.1.2026' }), 'not a real date'],
  [
    'no whole number between min and max',
    () => number({ label: 'Age', min: 1.2, max: 1.8, whole: true }),
    'no whole number lies between min, 1.2, and max, 1.8',
  ],
  ['NaN as a limit', () => number({ label: 'Age', max: Number.NaN }), 'max is NaN'],
  [
    'a text as a limit',
    () => number({ label: 'Age', min: '5' as never }),
    'min is "5": it must be a number.',
  ],
  ['too large a limit', () => number({ label: 'Age', max: 1e20 }), 'cannot be stored'],
  [
    'a negative length',
    () => text({ label: 'Name', max: -1 }),
    'max is -1: it must be a number of',
  ],
  ['a length of half a character', () => longText({ label: 'Story', max: 1.5 }), 'max is 1.5'],
  ['a max length of 0', () => text({ label: 'Name', max: 0 }), 'max is 0'],
  [
    'an example that it refuses',
    () => text({ label: 'Name', max: 3, example: 'Minnie' }),
    'it refuses its own example, "Minnie"',
  ],
])('a field with %s is rejected with a sentence', (_, field, sentence) => {
  const issues = issuesOfField(field());
  expect(issues).toHaveLength(1);
  expect(issues[0]).toContain(sentence);
  expect(issues[0]).toMatch(/^Form "visit", field "it": .*\.$/);
});

test('all issues are thrown as one error, one sentence per line', () => {
  const forms = [visit({ id: 'Visit Us', version: 0 })];
  expect(() => assertValidForms({ forms, reservedIds: [] })).toThrow(
    expect.objectContaining({
      name: malformedForms,
      message: expect.stringMatching(/its id is the address.*\n.*version must be/),
    }),
  );
  expect(() => assertValidForms({ forms: [visit()], reservedIds: [] })).not.toThrow();
});

const confirmed = { subject: 'Thank you', text: () => 'Hello' };

test('a confirmation has a fixed subject, and link prefixes that end with a slash', () => {
  const links = ['https://example.com/', 'https://example.com/help/'];
  expect(issuesOf(visit({ confirmation: { ...confirmed, links } }))).toEqual([]);
});

test.each([
  [{ subject: ' ' }, 'subject is missing or blank'],
  [{ subject: () => 'Hello, Ada' }, 'subject is missing or blank'],
  [{ to: () => 'ada@example.com' }, 'to is no longer supported'],
  [{ links: ['https://example.com'] }, '"https://example.com" has to begin'],
  [{ links: ['http://example.com/'] }, '"http://example.com/" has to begin'],
  [{ links: ['/'] }, '"/" has to begin'],
])('a confirmation with %o is rejected', (change, sentence) => {
  const confirmation = { ...confirmed, ...change };
  expect(issuesOf(visit({ confirmation }))).toEqual([
    expect.stringContaining(
      `Form "visit": confirmation.${sentence.startsWith('"') ? 'links: ' : ''}${sentence}`,
    ),
  ]);
});

test('a form whose answers can be too big to send, in most scripts, is rejected', () => {
  const texts = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`story${i}`, longText({ label: `Story ${i}` })]),
    );
  expect(issuesOf(visit({ fields: texts(23) }))).toEqual([]);
  expect(issuesOf(visit({ fields: { it: longText({ label: 'It', max: 1e6 }) } }))).toEqual([
    expect.stringContaining('and the limit is 350 KB: lower the max of "it".'),
  ]);
  expect(issuesOf(visit({ fields: texts(24) }))).toEqual([
    'Form "visit": its answers can take up to 352 KB, at 3 bytes a letter, and the limit is 350 KB: lower the max of "story10", "story11", "story12".',
  ]);
});

/** A field whose list has these rows. */
async function fromRows(rows: readonly (readonly [value: string, label: string])[], example = 'a') {
  const table = { columns: ['value', 'label'] as const, rows };
  const field = choiceFrom({
    label: 'Town',
    list: list(async () => ({ default: table })),
    example,
  });
  await field.load?.();
  return field;
}

test.each<[string, readonly (readonly [string, string])[], string]>([
  ['no rows', [], 'its list has no rows'],
  [
    'two rows with one value',
    [
      ['a', 'A'],
      ['a', 'B'],
    ],
    'two rows of its list have the value "a"',
  ],
  [
    'a row without a label',
    [
      ['a', 'A'],
      ['b', ' '],
    ],
    'row 2 of its list has a blank value or label',
  ],
  ['no row for its example', [['b', 'B']], 'it refuses its own example, "a"'],
])('a list with %s is rejected with a sentence', async (_, rows, sentence) => {
  const issues = issuesOfField(await fromRows(rows));
  expect(issues).toHaveLength(1);
  expect(issues[0]).toContain(sentence);
});

test('two rows of a list may read the same', async () => {
  expect(
    issuesOfField(
      await fromRows([
        ['a', 'Newport'],
        ['b', 'Newport'],
      ]),
    ),
  ).toEqual([]);
});

test.each<[string, () => unknown, string]>([
  [
    'an “other” that is no option',
    () => choice({ label: 'Meal', options, other: 'brunch' as never }),
    'its other names "brunch", which is not one of its options: none, lunch',
  ],
  [
    'an exclusive option that is no option',
    () => choices({ label: 'Meals', options, exclusive: ['brunch' as never] }),
    'its exclusive names "brunch"',
  ],
  [
    'a picture of no option',
    () => choice({ label: 'Meal', options, pictures: { brunch: '/b.webp' } as never }),
    'its pictures names "brunch"',
  ],
  [
    'only an option that asks for a text',
    () => choice({ label: 'Meal', options: [['other', 'Other']], other: 'other' }),
    'its only option is the one that asks for a text',
  ],
  [
    'a row of a matrix that JavaScript reserves',
    () => matrix({ label: 'Meals', rows: [['__proto__', 'Lunch']], columns: options }),
    'the value __proto__ is reserved',
  ],
  [
    'two rows of a matrix that read the same',
    () =>
      matrix({
        label: 'Meals',
        rows: [
          ['a', 'Lunch'],
          ['b', 'Lunch'],
        ],
        columns: options,
      }),
    'its rows "a" and "b" read the same: “Lunch”',
  ],
])('a field with %s is rejected', (_, field, sentence) => {
  expect(issuesOfField(field()).join('\n')).toContain(sentence);
});
