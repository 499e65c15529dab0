import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { list } from '../form/list.ts';
import type { Field } from '../form/field.ts';
import { isUuid } from '../values/id.ts';
import * as kinds from './index.ts';

const districts = list(() => import('../testing/sample-list.ts'));

const colours = [
  ['red', 'Red'],
  ['green', 'Green'],
] as const;

const idOf = (number: number) => `018f3c2e-7b1a-7000-8000-00000000000${number}`;
const jpeg = {
  id: idOf(1),
  name: 'house.jpg',
  type: 'image/jpeg',
  size: 50,
  sha256: 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
};
const wrongFiles = [
  'house.jpg',
  jpeg,
  ['house.jpg'],
  [{ ...jpeg, id: '../etc' }],
  [{ ...jpeg, name: 7 }],
  [{ ...jpeg, type: 'image/svg+xml' }],
  [{ ...jpeg, type: 'text/html' }],
  [{ ...jpeg, type: 'toString' }],
  [{ ...jpeg, size: 0 }],
  [{ ...jpeg, size: 1.5 }],
  [{ ...jpeg, size: 2_000_000_000 }],
  [{ ...jpeg, sha256: 'ab' }],
  [{ ...jpeg, url: 'https://example.com' }],
];

/** A field of each kind that has answers, and values that neither its parser nor its schema accepts. */
const everyKind: Record<
  Exclude<keyof typeof kinds, 'note'> | 'location with accuracy',
  [Field, ...unknown[]]
> = {
  text: [
    kinds.text({ label: 'Name', max: 5, min: 2, example: 'Zoë' }),
    'a',
    'abcdef',
    7,
    {},
    ['ab'],
    true,
  ],
  longText: [kinds.longText({ label: 'Story', max: 9, example: 'a\nb' }), 'a'.repeat(10), 7, {}],
  email: [kinds.email({ label: 'Email' }), 'mickey', 'a'.repeat(255), 7],
  phone: [kinds.phone({ label: 'Phone' }), 'call me', '123', '1'.repeat(16), 1234567],
  url: [kinds.url({ label: 'Page' }), 'javascript:alert(1)', 'http://a.example', 'page', 7],
  number: [kinds.number({ label: 'Age', min: 0, max: 9, whole: true }), -1, 10, 1.5, '5', [5]],
  date: [kinds.date({ label: 'Born' }), '2026-02-30', '2026-13-01', 'today', 20260331],
  time: [kinds.time({ label: 'Opens' }), '24:00', '14:60', 'noon', '2:3', 1430],
  dateTime: [
    kinds.dateTime({ label: 'Seen' }),
    '2026-02-30T10:00:00Z',
    '2026-03-31T25:00:00Z',
    '2026-03-31T10:00:00',
    '2026-03-31',
    7,
  ],
  month: [kinds.month({ label: 'Month' }), '2026-13', '2026-00', '26-01', '2026-3', 202603],
  year: [kinds.year({ label: 'Year' }), 1899, 2101, 2026.5, '2026', [2026]],
  currency: [kinds.currency({ label: 'Price', currency: 'EUR', max: 9 }), -1, 10, '5', [5]],
  pattern: [
    kinds.pattern({ label: 'Code', pattern: /[A-Z]\d|x/u, message: 'Enter it', example: 'A1' }),
    'a1',
    'A12',
    'xx',
    'A',
    7,
  ],
  rating: [kinds.rating({ label: 'Service' }), 0, 6, 1.5, '5', [5]],
  scale: [kinds.scale({ label: 'Likely', min: -2, max: 2 }), -3, 3, 0.5, '1', [1]],
  slider: [kinds.slider({ label: 'Pain', max: 10, step: 5 }), -5, 15, 3, 2.5, '5', [5]],
  address: [
    kinds.address({ label: 'Home' }),
    {},
    { line1: 'A' },
    { line1: 'A', town: 'B', planet: 'C' },
    { line1: 'A', town: 7 },
    { line1: 'a'.repeat(101), town: 'B' },
    'A, B',
    [],
  ],
  acknowledge: [
    kinds.acknowledge({ label: 'Rules', text: 'Be kind.', statement: 'I have read it' }),
    false,
    'true',
    1,
  ],
  barcode: [kinds.barcode({ label: 'Code', max: 9, example: '4006' }), 'a'.repeat(10), 7, {}],
  hidden: [kinds.hidden({ label: 'Source' }), 'a'.repeat(201), 7, {}],
  metadata: [kinds.metadata({ label: 'Begun', of: 'started' }), 'yesterday', '2026-02-30', 7],
  choice: [kinds.choice({ label: 'Colour', options: colours }), 'blue', 'toString', 1, ['red']],
  choices: [kinds.choices({ label: 'Colours', options: colours }), ['blue'], 'red', [1], {}],
  choiceFrom: [
    kinds.choiceFrom({ label: 'District', list: districts, example: 'giza' }),
    'a'.repeat(101),
    7,
    ['giza'],
    {},
  ],
  matrix: [
    kinds.matrix({ label: 'Opinion', rows: colours, columns: colours }),
    {},
    { red: 'red' },
    { red: 'red', green: 'blue' },
    { red: 'red', green: 'red', blue: 'red' },
    { red: ['red'], green: 'red' },
    ['red', 'red'],
    'red',
  ],
  ranking: [
    kinds.ranking({ label: 'Preference', options: colours }),
    ['red'],
    ['red', 'red'],
    ['red', 'blue'],
    ['red', 'green', 'red'],
    'red',
    { red: 1 },
  ],
  consent: [kinds.consent({ label: 'Terms', statement: 'I agree' }), false, 'true', 1],
  repeat: [
    kinds.repeat({
      label: 'Children',
      max: 2,
      fields: {
        name: kinds.text({ label: 'Name' }),
        age: kinds.number({ label: 'Age', optional: true }),
      },
    }),
    [{ name: 'Ann' }],
    [{ id: 'first', name: 'Ann' }],
    [{ id: '018f3c2e-7b1a-7000-8000-0123456789ab' }],
    [{ id: '018f3c2e-7b1a-7000-8000-0123456789ab', name: 'Ann', height: 3 }],
    Array.from({ length: 3 }, (_, i) => ({
      id: `018f3c2e-7b1a-7000-8000-00000000000${i}`,
      name: 'Ann',
    })),
    { 0: { id: '018f3c2e-7b1a-7000-8000-0123456789ab', name: 'Ann' } },
    'Ann',
  ],
  photo: [
    kinds.photo({ label: 'House', most: 2 }),
    ...wrongFiles,
    [jpeg, { ...jpeg, id: idOf(2) }, { ...jpeg, id: idOf(3) }],
  ],
  file: [
    kinds.file({
      label: 'Proof',
      types: ['application/pdf', 'image/jpeg'],
      fewest: 2,
      largest: 99,
    }),
    ...wrongFiles,
    [jpeg],
    [jpeg, { ...jpeg, id: idOf(2), size: 100 }],
  ],
  signature: [kinds.signature({ label: 'Signature' }), ...wrongFiles, [jpeg]],
  audio: [kinds.audio({ label: 'Interview' }), ...wrongFiles, [jpeg]],
  location: [
    kinds.location({ label: 'Place' }),
    { Latitude: 91, Longitude: 0 },
    { Latitude: 0 },
    { Latitude: 0, Longitude: 0, Altitude: 0 },
    { Latitude: '0', Longitude: '0' },
    [0, 0],
  ],
  line: [
    kinds.line({ label: 'Path', most: 3 }),
    { type: 'LineString', coordinates: [[0, 0]] },
    { type: 'LineString', coordinates: Array.from({ length: 4 }, () => [0, 0]) },
    {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [0, 91],
      ],
    },
    {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 2, 3],
      ],
    },
    {
      type: 'LineString',
      coordinates: [
        [0, 0],
        ['1', '1'],
      ],
    },
    {
      type: 'Polygon',
      coordinates: [
        [0, 0],
        [1, 1],
      ],
    },
    {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 1],
      ],
      bbox: [0, 0, 1, 1],
    },
    [
      [0, 0],
      [1, 1],
    ],
  ],
  area: [
    kinds.area({ label: 'Field', most: 3 }),
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    },
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
          [0, 0],
        ],
      ],
    },
    { type: 'Polygon', coordinates: [] },
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [200, 1],
          [0, 0],
        ],
      ],
    },
    { type: 'Polygon', coordinates: [1] },
  ],
  'location with accuracy': [
    kinds.location({ label: 'Place', accuracy: 20 }),
    { Latitude: 0, Longitude: 0, Accuracy: -1 },
    { Latitude: 0, Longitude: 0, Accuracy: '5' },
    { Latitude: 0, Longitude: 0, Accuracy: 5, Altitude: null },
    { Latitude: 0, Longitude: 0, Altitude: 200_000 },
    { Latitude: 0, Longitude: 0, Heading: 1 },
    { Accuracy: 5, Altitude: 5 },
  ],
};
const examples = Object.entries(everyKind).map(([name, [field]]) => [name, field] as const);
const violations = Object.entries(everyKind).flatMap(([name, [field, ...wrong]]) =>
  wrong.map((value) => [name, value, field] as const),
);

const isDate = (text: string) =>
  !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
const ajv = new Ajv2020({
  strict: true,
  formats: {
    'idn-email': /^[^@\s]+@[^@\s]+$/,
    uri: (text: string) => URL.canParse(text),
    date: isDate,
    uuid: isUuid,
    'date-time': (text: string) =>
      isDate(text.slice(0, 10)) &&
      /T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text),
  },
});
const accepts = (field: Field) => ajv.compile(field.jsonSchema);

test.each(examples)('%s: the example is accepted by the parser and the schema', (_, field) => {
  expect(field.parse(field.example).ok).toBe(true);
  expect(accepts(field)(field.example)).toBe(true);
});

test.each(violations)('%s: %j is refused by the parser and the schema', (_, value, field) => {
  expect(field.parse(value).ok).toBe(false);
  expect(accepts(field)(value)).toBe(false);
});

test.each(examples)(
  '%s: every parsed answer matches the schema',
  { tags: 'field-answers-match-schema' },
  (_, field) => {
    const isDescribed = accepts(field);
    const example = fc.constant(field.example);
    const near = typeof field.example === 'string' ? fc.string({ maxLength: 12 }) : fc.double();
    fc.assert(
      fc.property(fc.oneof(example, near, fc.jsonValue()), (value) => {
        const parsed = field.parse(value);
        if (parsed.ok) expect(isDescribed(parsed.value)).toBe(true);
      }),
      { numRuns: 500 },
    );
  },
);

/** Options with everything they can have, and values that are refused. */
const moreOptions: readonly [name: string, Field, ...unknown[]][] = [
  [
    'a choice that asks for a text',
    kinds.choice({ label: 'Water', options: colours, other: 'green' }),
    'green',
    { green: '' },
    { green: 'a'.repeat(201) },
    { green: 7 },
    { red: 'a spring' },
    { green: 'a', red: 'b' },
  ],
  [
    'limited choices, with “none” and “other”',
    kinds.choices({
      label: 'Travel',
      options: [...colours, ['blue', 'Blue'], ['none', 'None'], ['other', 'Other']],
      min: 2,
      max: 3,
      exclusive: ['none'],
      other: 'other',
    }),
    ['red'],
    ['red', 'green', 'blue', { other: 'x' }],
    ['none', 'red'],
    ['red', 'other'],
    [{ none: 'x' }, 'red'],
  ],
  [
    'an optional matrix',
    kinds.matrix({ label: 'Opinion', rows: colours, columns: colours, optional: true }),
    { blue: 'red' },
    { red: 'blue' },
  ],
];
const moreViolations = moreOptions.flatMap(([name, field, ...wrong]) =>
  wrong.map((value) => [name, value, field] as const),
);

test.each(moreViolations)('%s: %j is refused by the parser and the schema', (_, value, field) => {
  expect(field.parse(value).ok).toBe(false);
  expect(accepts(field)(value)).toBe(false);
});

test.each([
  ['red', moreOptions[0]?.[1]],
  [{ green: 'a spring' }, moreOptions[0]?.[1]],
  [['none'], moreOptions[1]?.[1]],
  [['red', { other: 'by boat' }], moreOptions[1]?.[1]],
  [{ green: 'red' }, moreOptions[2]?.[1]],
])('%j is accepted by the parser and the schema', (value, field) => {
  expect(field?.parse(value)).toEqual({ ok: true, value });
  expect(field && accepts(field)(value)).toBe(true);
});

test('the schema has the default', () => {
  const size = kinds.choice({ label: 'Size', options: colours, default: 'red' });
  expect(size.jsonSchema).toMatchObject({ default: 'red' });
});
