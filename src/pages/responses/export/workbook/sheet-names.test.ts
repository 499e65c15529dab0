import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sheetNames } from './sheet-names.ts';

test('a sheet is named as it is wanted, without what Excel refuses', () => {
  expect(sheetNames(['Responses', 'People: Jobs', "'Quoted'", '', 'History', '*?'])).toEqual([
    'Responses',
    'People Jobs',
    'Quoted',
    '_',
    'History_',
    '_ (2)',
  ]);
  expect(sheetNames(['people', 'People', 'PEOPLE'])).toEqual([
    'people',
    'People (2)',
    'PEOPLE (3)',
  ]);
});

test('Excel accepts every name', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 })), (wanted) => {
      const names = sheetNames(wanted);
      expect(new Set(names.map((it) => it.toLowerCase())).size).toBe(wanted.length);
      for (const name of names) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[\\/?*:[\]]|^'|'$|^history$/i);
      }
    }),
  );
});
