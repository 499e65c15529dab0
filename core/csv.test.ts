import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRecord, withDecimalCommas } from './csv.ts';
import { injections } from './injections.contract.ts';
import { readCsv, unguarded } from './read-csv.contract.ts';

/** A file is UTF-8, in which half a character cannot be written. */
const anyText = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[=+\-@\t\r\n'",;0-9./ eE\u200B＝]*$/),
    fc.constantFrom(...injections),
  )
  .filter((it) => !/\p{Surrogate}/u.test(it));

test('what is plain is written plainly, a line each', () => {
  expect(csvRecord(['Mickey', 'Mouse', 7])).toBe('Mickey,Mouse,7\r\n');
  expect(csvRecord(['', 'x', ''])).toBe(',x,\r\n');
  expect(readCsv(csvRecord(['']))).toEqual([['']]);
});

test('commas, quotation marks and line breaks stay in their cell', () => {
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
])('%j is text to a spreadsheet, and no formula', (text) => {
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

test('a line ends in CR and LF, and nowhere else outside of quotation marks', () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1 }), (texts) => {
      const bare = csvRecord(texts).replaceAll(/"(?:[^"]|"")*"/g, '');
      expect(bare.slice(0, -2)).not.toMatch(/["\r\n]/);
      expect(bare.slice(-2)).toBe('\r\n');
    }),
  );
});

test('numbers stay numbers, the negative ones too', () => {
  expect(csvRecord([-5, 0.5, 1e-7, -1e-7])).toBe('-5,0.5,0.0000001,-0.0000001\r\n');
});

test('an apostrophe of their own is told from the one in front', () => {
  expect(cellIn(csvRecord(["'tis"]))).toBe("''tis");
});

test('whatever people type is read back as they typed it', () => {
  const records = fc.array(fc.array(anyText, { minLength: 1 }));
  fc.assert(
    fc.property(records, (typed) => {
      const read = readCsv(typed.map((it) => csvRecord(it)).join(''));
      expect(read.map((it) => it.map(unguarded))).toEqual(typed);
    }),
    { numRuns: 1000 },
  );
});

test('no cell of text begins as a formula does', () => {
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

test('a day is one to a spreadsheet, and text that looks like one stays text', () => {
  expect(csvRecord([{ day: '1985-12-31' }, '1985-12-31'])).toBe("1985-12-31,'1985-12-31\r\n");
});

test('where numbers have decimal commas, semicolons part the cells', () => {
  expect(csvRecord(['a;b', 'a,b', -34.5, { day: '1985-12-31' }], withDecimalCommas)).toBe(
    '"a;b";"a,b";-34,5;1985-12-31\r\n',
  );
});
