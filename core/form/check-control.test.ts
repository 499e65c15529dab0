import { expect, test } from 'vitest';
import * as kinds from '../fields/index.ts';
import { sampleFields } from '../testing/sample-fields.ts';
import { issuesOfField } from './check-field.ts';
import type { Field } from './field.ts';

test.each(Object.entries(sampleFields))('nothing is wrong with the sample of %s', (_, field) => {
  expect(issuesOfField(field)).toEqual([]);
});

const label = 'Label';

test.each<[string, Field, string]>([
  [
    'a limit of no words',
    kinds.longText({ label, wordLimit: 0 }),
    'wordLimit is 0: it must be a number of words.',
  ],
  [
    'a currency by its sign',
    kinds.currency({ label, currency: '€' }),
    'its currency, "€", is not a code such as EUR.',
  ],
  [
    'an amount with half a decimal',
    kinds.currency({ label, currency: 'EUR', decimals: 0.5 }),
    'it has 0.5 decimals: use 0 to 4.',
  ],
  [
    'a scale that is too long for a row',
    kinds.scale({ label, min: 0, max: 100 }),
    'it has 101 numbers, and more than 11 are hard to choose from: use a slider.',
  ],
  [
    'a scale with half a number',
    kinds.scale({ label, min: 0.5, max: 4 }),
    'it goes from 0.5 to 4: use whole numbers.',
  ],
  [
    'a rating whose end means nothing',
    kinds.rating({ label, ends: ['Poor', ' '] }),
    'one of its ends is blank: say what it means.',
  ],
  [
    'a slider that cannot move',
    kinds.slider({ label, min: 0, max: 10, step: 20 }),
    'its step is 20: use a number from 0 to 10.',
  ],
  [
    'an address without parts',
    kinds.address({ label, parts: [] }),
    'it has no parts: give it at least one.',
  ],
  [
    'an address that asks twice for one part',
    kinds.address({ label, parts: ['line1', 'town', 'town?'] }),
    'it has a part twice.',
  ],
  [
    'files of no type',
    kinds.file({ label, types: [] }),
    'it accepts no type of file: list at least one.',
  ],
  [
    'files that run scripts',
    kinds.file({ label, types: ['image/svg+xml' as 'image/png'] }),
    'it accepts a type that is not in core/files/file-types.ts.',
  ],
  [
    'files that are too large for a phone',
    kinds.file({ label, types: ['application/pdf'], largest: 2e9 }),
    'its largest file has 2000000000 bytes: use 1 to 500000000.',
  ],
  ['no photo', kinds.photo({ label, fewest: 0 }), 'fewest is 0: use 1 or more.'],
  ['10 000 photos', kinds.photo({ label, most: 10_000 }), 'most is 10000: use 20 or less.'],
  [
    'photos of which nothing can be seen',
    kinds.photo({ label, longestEdge: 10 }),
    'its longestEdge is 10: use 100 pixels or more.',
  ],
  [
    'a note without text',
    kinds.note({ text: ' ' }),
    'its text is missing or blank: it is what people read.',
  ],
  [
    'a note with a link that is none',
    kinds.note({ text: 'See [our page](http://example.com).' }),
    'its text links to "http://example.com": an address begins with https://, mailto: or tel:.',
  ],
  [
    'a time limit in words',
    kinds.time({ label, min: 'noon' }),
    'min is "noon": ““Label” must be a time, like 14:30”.',
  ],
  [
    'a month limit that is a day',
    kinds.month({ label, max: '2026-03-31' }),
    'max is "2026-03-31": “Enter the month and the year of “Label”, like March 2026”.',
  ],
  [
    'a first day that does not exist',
    kinds.dateTime({ label, min: '2026-02-30' }),
    'min is "2026-02-30", which is not a real date: write it like 2026-03-31.',
  ],
  [
    'a pattern that its own example does not match',
    kinds.pattern({ label, pattern: /\d+/, message: 'Enter it', example: 'x' }),
    'it refuses its own example, "x": “Enter it”.',
  ],
])('%s is reported', (_, field, issue) => {
  expect(issuesOfField(field)).toContain(issue);
});

test('a note needs no label', () => {
  expect(issuesOfField(kinds.note({ text: 'Please read this.' }))).toEqual([]);
});
