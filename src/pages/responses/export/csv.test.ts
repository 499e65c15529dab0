import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRecord, semicolonDialect } from './csv.ts';
import { injections } from '#core/testing/injection-attempts.ts';
import { readCsv, unguarded } from '#core/testing/read-csv.ts';

/** A file is UTF-8, which cannot encode half a surrogate pair. */
const anyText = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[=+\-@\t\r\n'",;0-9./ eE\u200B＝]*$/),
    fc.constantFrom(...injections),
  )
  .filter((it) => !/\p{Surrogate}/u.test(it));

test('plain cells are written as they are, one record a line', () => {
  expect(csvRecord(['Mickey', 'Mouse', 7])).toBe('Mickey,Mouse,7\r\n');
  expect(csvRecord(['', 'x', ''])).toBe(',x,\r\n');
  expect(readCsv(csvRecord(['']))).toEqual([['']]);
});

test('commas, quotes and line breaks stay inside their cell', () => {
  expect(csvRecord(['a,b', 'say "hi"', 'one\ntwo'])).toBe('"a,b","say ""hi""","one\ntwo"\r\n');
});

test.each([
  '=1+1',
  '+1',
  '-1+cmd',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '\u200B=1',
  '＝1',
  '＠x',
  '-',
  '+49 170 1234567',
  '=HYPERLINK("https://evil.example","x")',
  "=cmd|' /C calc'!A0",
])('%j is text to a spreadsheet, not a formula', (text) => {
  expect(cellIn(csvRecord([text]))).toBe(`'${text}`);
});

test.each([
  '007',
  '0170123456',
  '1234567890123456',
  '2026-03-31',
  '1/2',
  '3.10',
  '12:30',
  '1E5',
  '1e-5',
  '1E+5',
])('%s stays as it was typed', (text) => expect(cellIn(csvRecord([text]))).toBe(`'${text}`));

test.each([
  '0aa1-07',
  '7',
  '42',
  'Mickey',
  '3 apples',
  '2026-11-21T09:41:00.000Z',
  'a=b',
  'x-y',
  'E5',
  '0',
])('%s needs no apostrophe', (text) => expect(csvRecord([text])).toBe(`${text}\r\n`));

test('a record ends in CR LF, which appears nowhere else outside quotes', () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1 }), (texts) => {
      const bare = csvRecord(texts).replaceAll(/"(?:[^"]|"")*"/g, '');
      expect(bare.slice(0, -2)).not.toMatch(/["\r\n]/);
      expect(bare.slice(-2)).toBe('\r\n');
    }),
  );
});

test('numbers stay numbers, negative ones too', () => {
  expect(csvRecord([-5, 0.5, 1e-7, -1e-7])).toBe('-5,0.5,0.0000001,-0.0000001\r\n');
});

test('an apostrophe of the text’s own is told apart from the one in front', () => {
  expect(cellIn(csvRecord(["'tis"]))).toBe("''tis");
});

test('any text is read back as it was typed', () => {
  const records = fc.array(fc.array(anyText, { minLength: 1 }));
  fc.assert(
    fc.property(records, (typed) => {
      const read = readCsv(typed.map((it) => csvRecord(it)).join(''));
      expect(read.map((it) => it.map(unguarded))).toEqual(typed);
    }),
    { numRuns: 1000 },
  );
});

test('no text cell starts like a formula', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(cellIn(csvRecord([text]))).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/);
    }),
    { numRuns: 1000 },
  );
});

test('numbers are read back as the same numbers', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), (number) => {
      expect(Number(cellIn(csvRecord([number])))).toBe(number + 0);
    }),
  );
});

function cellIn(record: string): string {
  return readCsv(record)[0]?.[0] ?? expect.fail();
}

test('a day is a date to a spreadsheet, and text that looks like one stays text', () => {
  expect(csvRecord([{ moment: '1985-12-31' }, '1985-12-31'])).toBe("1985-12-31,'1985-12-31\r\n");
});

test('where decimals have a comma, semicolons separate the cells', () => {
  expect(csvRecord(['a;b', 'a,b', -34.5, { moment: '1985-12-31' }], semicolonDialect)).toBe(
    '"a;b";"a,b";-34,5;1985-12-31\r\n',
  );
});
