import { expect, expectTypeOf, test } from 'vitest';
import fc from 'fast-check';
import type { Field } from '../form/field.ts';
import { sampleFields } from '../testing/sample-fields.ts';
import * as kinds from './index.ts';
import { inEnglish } from '../form/issue-messages.ts';

const everyField = Object.entries(sampleFields);

test.each(everyField)('%s accepts its own example and shows it', (_, field) => {
  const parsed = field.parse(field.example, inEnglish);
  expect(parsed.ok).toBe(true);
  expect(field.show(field.example)).not.toBe('');
});

test.each(everyField)('%s gives an instruction when left blank', (_, field) => {
  for (const blank of [undefined, null, '', ' \u200b ', []])
    expect(field.parse(blank, inEnglish)).toEqual({
      ok: false,
      problem: expect.stringMatching(/^(Add|Enter|Choose|Tick) /),
    });
});

test.each(everyField)(
  '%s: parsing is idempotent',
  { tags: 'field-parsing-idempotent' },
  (_, field) => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(field.example), fc.anything()), (value) => {
        const once = field.parse(value, inEnglish);
        if (once.ok) expect(field.parse(once.value, inEnglish)).toEqual(once);
      }),
    );
  },
);

test.each(everyField)('%s never throws', (_, field) => {
  fc.assert(
    fc.property(
      fc.json().map((it): unknown => JSON.parse(it)),
      (it) => typeof field.parse(it, inEnglish).ok === 'boolean',
    ),
  );
});

const { text, email, url, phone, number, date, choice, choices, consent, location } = sampleFields;

test.each<[string, Field, unknown, string]>([
  [
    'text that is too long',
    text,
    'Zachary',
    'Shorten “First name” to 5 characters or fewer: it has 7',
  ],
  ['a number instead of text', text, 7, 'Enter “First name” as text'],
  [
    'text with a replacement character',
    text,
    'a\uFFFD',
    'Enter “First name” again: some characters cannot be read',
  ],
  [
    'a letter with 31 marks',
    text,
    `a${'\u0301'.repeat(31)}`,
    'Enter “First name” with fewer accents on each letter',
  ],
  [
    'an email address without @',
    email,
    'mickey',
    'Enter “Email address” in the correct format, like name@example.com',
  ],
  [
    '65 characters before the @',
    email,
    `${'a'.repeat(65)}@example.com`,
    'Enter “Email address” in the correct format, like name@example.com',
  ],
  [
    'a script as a web address',
    url,
    'javascript:alert(1)',
    'Enter “Web page” in the correct format, like https://example.com/page',
  ],
  [
    'a name and password before the host',
    url,
    'https://bank.example@evil.example/',
    'Enter “Web page” in the correct format, like https://example.com/page',
  ],
  [
    'an incomplete host',
    url,
    'https://example-.com',
    'Enter “Web page” with a domain like example.com, in one alphabet',
  ],
  [
    'a host with a character that looks like a slash',
    url,
    'https://bank.example\u2044login.evil.example/',
    'Enter “Web page” with a domain like example.com, in one alphabet',
  ],
  [
    'a host with a Cyrillic letter among Latin ones',
    url,
    'https://b\u0430nk.example/',
    'Enter “Web page” with a domain like example.com, in one alphabet',
  ],
  [
    'a port that does not exist',
    url,
    'https://example.com:99999/',
    'Enter “Web page” with a port from 1 to 65535',
  ],
  ['http', url, 'http://example.com', 'Enter “Web page” with https:// instead of http://'],
  [
    'words instead of a phone number',
    phone,
    'call me',
    'Enter “Phone number” in the correct format, like 01632 960 001 or +44 808 157 0192',
  ],
  [
    'a phone number without a country',
    phone,
    '0808 157 0192',
    'Enter “Phone number” with its country code, like +44 808 157 0192',
  ],
  [
    'a fraction where whole numbers are expected',
    number,
    3.5,
    'Enter “Age” as a whole number from 0 to 150',
  ],
  [
    'a word instead of a price',
    kinds.number({ label: 'Price', min: 0, max: 1000 }),
    'dear',
    'Enter “Price” as a number from 0 to 1000, like 12.5',
  ],
  [
    'an ambiguous number',
    kinds.number({ label: 'Price', min: 0 }),
    '1,234',
    'Enter “Price” without thousands separators, like 1234 or 1.234',
  ],
  ['31 February', date, '2026-02-31', '“Birthday” must be a real date, like 2026-03-31'],
  [
    'a year of two digits',
    kinds.date({ label: 'Day' }),
    '0026-02-28',
    '“Day” must be on or after 1 January 1900',
  ],
  ['29 February 1900', date, '1900-02-29', '“Birthday” must be a real date, like 2026-03-31'],
  ['a date too late', date, '2026-01-02', '“Birthday” must be on or before 1 January 2026'],
  ['an unknown option', choice, 'blue', 'Choose “Colour” from the list'],
  ['an inherited property as an option', choice, 'toString', 'Choose “Colour” from the list'],
  [
    'an unknown option among known ones',
    choices,
    ['red', 'blue'],
    'Choose “Colours” from the list',
  ],
  [
    'a checkbox that is not ticked',
    consent,
    false,
    'Tick the box “I agree to the terms” to continue',
  ],
  [
    'latitude 91',
    location,
    { Latitude: 91, Longitude: 0 },
    'Enter the latitude of “Pickup location” in degrees, from -90 to 90',
  ],
  [
    'both coordinates out of range',
    location,
    { Latitude: 91, Longitude: 'west' },
    'Enter the latitude of “Pickup location” in degrees, from -90 to 90, and its longitude, from -180 to 180',
  ],
  [
    'a latitude that DynamoDB would refuse',
    location,
    { Latitude: 1e-200, Longitude: 0 },
    'Enter the latitude of “Pickup location” in degrees, from -90 to 90',
  ],
  [
    'half a location',
    location,
    { Latitude: 1 },
    'Enter the latitude and longitude of “Pickup location”',
  ],
  [
    'a location with an extra key',
    location,
    { Latitude: 1, Longitude: 1, Altitude: 1 },
    'Enter the latitude and longitude of “Pickup location”',
  ],
  [
    'a time after the last',
    kinds.time({ label: 'Opening', min: '08:00', max: '17:30' }),
    '18:00',
    '“Opening” must be 17:30 or earlier',
  ],
  ['25 o’clock', sampleFields.time, '25:00', '“Opening time” must be a time, like 14:30'],
  [
    'a date and time without an offset',
    sampleFields.dateTime,
    '2026-03-31T14:30',
    'Enter the date and the time of “Time of the accident”',
  ],
  [
    'a date and time of long ago',
    sampleFields.dateTime,
    '0026-03-31T14:30:00Z',
    '“Time of the accident” must be on or after 1 January 1900',
  ],
  [
    'a month too late',
    sampleFields.month,
    '2026-02',
    '“Month of birth” must be January 2026 or earlier',
  ],
  [
    'a month without a year',
    sampleFields.month,
    '-03',
    'Enter the month and the year of “Month of birth”, like March 2026',
  ],
  ['a year of two digits', sampleFields.year, 26, 'Enter “Year built” as a year from 1900 to 2100'],
  ['half a cent', sampleFields.currency, 1.005, 'Enter “Rent” with at most 2 decimals'],
  [
    'an amount that is too large',
    sampleFields.currency,
    5001,
    'Enter “Rent” as a number from 0 to 5000, like 12.5',
  ],
  [
    'a text that does not match',
    sampleFields.pattern,
    'AB12345',
    'Enter your passport number, like AB123456',
  ],
  [
    'a rating beyond the best',
    sampleFields.rating,
    6,
    'Enter “Service” as a whole number from 1 to 5',
  ],
  [
    'an address without its required parts',
    sampleFields.address,
    { line2: 'Flat 3' },
    'Enter the first line and town or city of “Home address”',
  ],
  [
    'an address with a part that is not asked',
    sampleFields.address,
    { line1: 'A', town: 'B', planet: 'Mars' },
    'Send “Home address” as an object of line1, line2, town, region and postcode',
  ],
  [
    'an address with a very long part',
    sampleFields.address,
    { line1: 'a'.repeat(120), town: 'B' },
    'Shorten “Home address” to 100 characters or fewer: it has 120',
  ],
  [
    'too many words',
    kinds.longText({ label: 'Plan', wordLimit: 3 }),
    'one two  three\nfour',
    'Shorten “Plan” to 3 words or fewer: it has 4',
  ],
  [
    'metadata in another format',
    sampleFields.metadata,
    'yesterday',
    'Leave “Begun” out, or send it in the correct format',
  ],
])('%s is refused with an instruction', (_, field, value, message) => {
  expect(field.parse(value, inEnglish)).toEqual({ ok: false, problem: message });
});

const amount = kinds.number({ label: 'Amount' });

test.each([
  ['infinity', JSON.parse('1e400')],
  ['a number DynamoDB would refuse', 1e200],
  ['a number too small for DynamoDB', 1e-200],
  ['an integer that JSON has already rounded', JSON.parse('9007199254740993')],
  ['not a number', Number.NaN],
])('%s is refused', (_, value) => {
  expect(amount.parse(value, inEnglish).ok).toBe(false);
});

test.each(["rose.o'hara+forms@example.ie", 'post@xn--bcher-kva.example', 'a@b.xn--p1ai'])(
  '%s is an email address',
  (address) => {
    expect(email.parse(address, inEnglish)).toEqual({ ok: true, value: address });
  },
);

test.each([
  'mickey@example',
  '.mickey@example.com',
  'mic..key@example.com',
  'mickey@-example.com',
  'mickey@example.com.',
  'mickey@@example.com',
  '"mic key"@example.com',
  'mickey@[127.0.0.1]',
])('%s is not an email address', (address) => {
  expect(email.parse(address, inEnglish).ok).toBe(false);
});

test('choices are stored once each, in the order of the form', () => {
  expect(choices.parse(['green', 'red'], inEnglish)).toEqual({ ok: true, value: ['red', 'green'] });
  expect(choices.parse(['red', 'red'], inEnglish)).toEqual({ ok: true, value: ['red'] });
});

test('a blank choice becomes its default, but an unknown option does not', () => {
  const size = kinds.choice({
    label: 'Size',
    options: [
      ['s', 'Small'],
      ['l', 'Large'],
    ],
    default: 'l',
  });
  for (const blank of [undefined, null, '', ' '])
    expect(size.parse(blank, inEnglish)).toEqual({ ok: true, value: 'l' });
  expect(size.parse('s', inEnglish)).toEqual({ ok: true, value: 's' });
  expect(size.parse('xl', inEnglish).ok).toBe(false);
  // @ts-expect-error -- there is no such option
  kinds.choice({ label: 'Size', options: [['s', 'Small']], default: 'xl' });
  // @ts-expect-error -- an optional field has no default
  kinds.choice({ label: 'Size', options: [['s', 'Small']], default: 's', optional: true });
});

test('options stay in the order in which they are written, even if their values are numbers', () => {
  const school = kinds.choice({
    label: 'Children at school',
    options: [
      ['less_than_1', 'Less than 1'],
      ['2', 'Two'],
      ['1', 'One'],
    ],
  });
  expect('options' in school.control && school.control.options.map(([value]) => value)).toEqual([
    'less_than_1',
    '2',
    '1',
  ]);
  expect(school.show('2')).toBe('Two');
});

test('a long list of wrong choices is refused without looking at each', () => {
  const wrong = Array.from({ length: 200_000 }, () => 'blue');
  expect(choices.parse(wrong, inEnglish)).toEqual({
    ok: false,
    problem: 'Choose “Colours” from the list',
  });
});

test('an optional consent that is not ticked is stored as false', () => {
  const news = kinds.consent({ label: 'News', statement: 'Send me news', optional: true });
  expect(news.parse(false, inEnglish)).toEqual({ ok: true, value: false });
  expect(news.show(false)).toBe('No');
});

test.each([
  'Day of the visit',
  'Your name',
  'What is your name?',
  'How was it?',
  'I live in',
  'VAT number',
])('the label “%s” is quoted in messages, unless the field has a noun', (label) => {
  expect(kinds.text({ label }).parse('', inEnglish)).toEqual({
    ok: false,
    problem: `Enter “${label}”`,
  });
  expect(kinds.text({ label, noun: 'how it was' }).parse('', inEnglish)).toEqual({
    ok: false,
    problem: 'Enter how it was',
  });
});

test.each([
  [sampleFields.time, '9:05', '09:05'],
  [sampleFields.time, '14:30:00', '14:30'],
  [sampleFields.time, '١٤:٣٠', '14:30'],
  [sampleFields.month, '٢٠٢٥-٠٣', '2025-03'],
  [sampleFields.dateTime, '2026-03-31T14:30+02:00', '2026-03-31T14:30:00+02:00'],
  [sampleFields.dateTime, '2026-03-31 14:30:59.5Z', '2026-03-31T14:30:59+00:00'],
  [sampleFields.dateTime, '2026-03-31T14:30:00-0330', '2026-03-31T14:30:00-03:30'],
  [sampleFields.slider, 0.1 + 0.4, 0.5],
  [sampleFields.hidden, ' poster\n', 'poster'],
])('%#: an answer is stored in one form, however it was sent', (field, sent, stored) => {
  expect(field.parse(sent, inEnglish)).toEqual({ ok: true, value: stored });
});

test('a pattern is for the whole text, and has no memory of earlier ones', () => {
  const code = kinds.pattern({
    label: 'Code',
    pattern: /a|bc/gi,
    message: 'Enter the code',
    example: 'a',
  });
  for (const it of ['a', 'bc', 'A', 'a']) expect(code.parse(it, inEnglish).ok).toBe(true);
  for (const it of ['abc', 'ac', 'xa', 'ax']) expect(code.parse(it, inEnglish).ok).toBe(false);
});

test('a long text that no pattern matches is refused before it is matched', () => {
  const slow = kinds.pattern({
    label: 'Code',
    pattern: /x/,
    message: 'Enter the code',
    example: 'x',
    max: 20,
  });
  expect(slow.parse('y'.repeat(21), inEnglish)).toEqual({
    ok: false,
    problem: 'Shorten “Code” to 20 characters or fewer: it has 21',
  });
});

test('bounds from other answers narrow what is accepted', () => {
  const { time, month, year, currency, slider, dateTime } = sampleFields;
  expect(time.within?.({ min: '10:00' }).parse('09:00', inEnglish).ok).toBe(false);
  expect(month.within?.({ max: '2020-05' }).parse('2020-06', inEnglish).ok).toBe(false);
  expect(year.within?.({ min: 2000 }).parse(1999, inEnglish).ok).toBe(false);
  expect(currency.within?.({ max: 10 }).parse(11, inEnglish).ok).toBe(false);
  expect(slider.within?.({ min: 5 }).parse(4, inEnglish).ok).toBe(false);
  expect(dateTime.within?.({ min: '2026-01-01' }).parse('2025-12-31T10:00:00Z', inEnglish).ok).toBe(
    false,
  );
});

test('a note has no answer, and one that is sent is refused', () => {
  const note = kinds.note({ text: 'Please read this.' });
  expect(note).toMatchObject({ required: false, hasNoAnswer: true });
  expect(note.parse('x', inEnglish)).toEqual({
    ok: false,
    problem: 'Remove this: the form does not ask for it',
  });
});

test('an address is shown on one line, in the order of its parts', () => {
  const { address } = sampleFields;
  expect(address.show({ town: 'Bristol', line1: '12 Mill Lane' })).toBe('12 Mill Lane, Bristol');
});

test('an address is typed by its parts', () => {
  const { example } = kinds.address({ label: 'Home', parts: ['line1', 'postcode?'] });
  expectTypeOf(example.line1).toEqualTypeOf<string>();
  expectTypeOf(example.postcode).toEqualTypeOf<string | undefined>();
  expectTypeOf(example).not.toHaveProperty('town');
  expectTypeOf(kinds.address({ label: 'Home' }).example.town).toEqualTypeOf<string>();
});
