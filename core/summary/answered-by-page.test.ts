import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choice, note, number, text } from '../fields/index.ts';
import { defineForm } from '../form/define-form.ts';
import { answeredByPage } from './answered-by-page.ts';
import { summaryOf } from './summarize.ts';

const visit = defineForm({
  id: 'visit',
  version: 1,
  title: 'Visit',
  action: 'Send',
  fields: {
    intro: note({ text: 'Thank you.' }),
    house: choice({
      label: 'House',
      options: [
        ['own', 'Own'],
        ['rented', 'Rented'],
      ],
    }),
    landlord: text({ label: 'Landlord', optional: true }),
    rent: number({ label: 'Rent', optional: true }),
    remarks: text({ label: 'Remarks', optional: true }),
  },
  pages: [
    { title: 'House', fields: ['intro', 'house'] },
    { title: 'Rent', fields: ['landlord', 'rent'], when: ({ house }) => house === 'rented' },
    { title: 'End', fields: ['remarks'] },
  ],
});

const at = '2026-01-01T00:00:00.000Z';
const answered = (all: readonly { readonly [name: string]: unknown }[]) =>
  answeredByPage(
    visit,
    summaryOf(
      visit,
      all.map((answers, n) => ({
        id: `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`,
        form: 'visit',
        formVersion: 1,
        username: 'ada',
        answers,
        version: 1,
        createdAt: at,
        updatedAt: at,
      })),
      true,
    ),
  );

const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

test('of each page it is counted how many of its questions were asked, and how many answered', () => {
  expect(
    answered([
      { house: 'own', remarks: 'Nice' },
      { house: 'rented', rent: 500 },
      { house: 'rented', landlord: 'Ada', rent: 400 },
    ]),
  ).toEqual([
    { title: 'House', relevant: 3, answered: 3 },
    { title: 'Rent', relevant: 4, answered: 3 },
    { title: 'End', relevant: 3, answered: 1 },
  ]);
});

test('without responses nothing was asked, and a form without pages has none', () => {
  expect(answered([]).map(({ relevant }) => relevant)).toEqual([0, 0, 0]);
  expect(answeredByPage({ fields: visit.fields }, { count: 3, fields: {} })).toEqual([]);
});

test('whatever was sent, the pages have what their responses have one by one', () => {
  const answers = fc.oneof(
    fc.record({ house: fc.constant('own'), remarks: optional(fc.constant('Nice')) }),
    fc.record({
      house: fc.constant('rented'),
      landlord: optional(fc.constant('Ada')),
      rent: optional(fc.integer({ min: 0, max: 9 })),
    }),
  );
  fc.assert(
    fc.property(fc.array(answers, { maxLength: 10 }), (all) => {
      const one = all.map((it) => answered([it]));
      answered(all).forEach((page, n) => {
        expect(page.answered).toBeLessThanOrEqual(page.relevant);
        expect(page.relevant).toBe(one.reduce((sum, pages) => sum + (pages[n]?.relevant ?? 0), 0));
        expect(page.answered).toBe(one.reduce((sum, pages) => sum + (pages[n]?.answered ?? 0), 0));
      });
    }),
  );
});
