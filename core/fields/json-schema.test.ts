import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Field } from '../form/field.ts';
import * as kinds from './index.ts';

const colours = { red: 'Red', green: 'Green' };

/** A field of each kind, and values that neither its parser nor its schema accepts. */
const everyKind: Record<keyof typeof kinds, [Field, ...unknown[]]> = {
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
  choice: [kinds.choice({ label: 'Colour', options: colours }), 'blue', 'toString', 1, ['red']],
  choices: [kinds.choices({ label: 'Colours', options: colours }), ['blue'], 'red', [1], {}],
  consent: [kinds.consent({ label: 'Terms', statement: 'I agree' }), false, 'true', 1],
  location: [
    kinds.location({ label: 'Place' }),
    { Latitude: 91, Longitude: 0 },
    { Latitude: 0 },
    { Latitude: 0, Longitude: 0, Altitude: 0 },
    { Latitude: '0', Longitude: '0' },
    [0, 0],
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

test('the schema has the default', () => {
  const size = kinds.choice({ label: 'Size', options: colours, default: 'red' });
  expect(size.jsonSchema).toMatchObject({ default: 'red' });
});
