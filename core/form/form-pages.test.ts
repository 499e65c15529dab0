import { expect, expectTypeOf, test } from 'vitest';
import { choice, number, text } from '../fields/index.ts';
import type { Answers } from './answers.ts';
import { defineForm } from './define-form.ts';
import { translateForm, type LanguageTexts } from './translate-form.ts';
import { parseAnswers } from './parse-answers.ts';

const household = defineForm({
  id: 'household',
  version: 1,
  title: 'Household',
  action: 'Send',
  fields: {
    members: number({ label: 'Members', whole: true, min: 1, max: 30 }),
    children: number({ label: 'Children', whole: true, min: 0, max: 30 }),
    school: choice({
      label: 'School',
      options: [
        ['near', 'Near'],
        ['far', 'Far'],
      ],
    }),
    road: text({ label: 'Road' }),
    comment: text({ label: 'Comment' }),
  },
  calculate: { adults: ({ members, children }) => minus(members, children) },
  when: { road: ({ school }) => school === 'far' },
  pages: [
    { title: 'People', fields: ['members', 'children'] },
    {
      id: 'to-school',
      title: 'School',
      guidance: 'About the children.',
      fields: ['school', 'road'],
      when: ({ children, adults }) => children !== 0 && adults !== undefined,
    },
    { title: 'The end', fields: ['comment'] },
  ],
  sections: [{ title: 'More', fields: ['comment'], when: ({ members = 0 }) => members > 1 }],
});

function minus(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one - other;
}

test('a page whose condition is not met asks nothing, whatever was answered on it', () => {
  const answers = { members: 1, children: 0, school: 'far', road: 'A lane' };
  expect(parseAnswers(household, answers)).toEqual({
    ok: true,
    value: { members: 1, children: 0, adults: 1 },
  });
});

test('a page whose condition is met asks those of its fields whose own conditions are met', () => {
  expect(
    parseAnswers(household, { members: 3, children: 1, school: 'near', comment: 'No' }),
  ).toMatchObject({
    ok: true,
  });
  const issues = parseAnswers(household, { members: 3, children: 1, school: 'far', comment: 'No' });
  expect(issues).toMatchObject({ ok: false, problem: [{ field: 'road' }] });
});

test('a section whose condition is not met asks nothing', () => {
  expect(parseAnswers(household, { members: 1, children: 0, comment: 'No' })).toMatchObject({
    ok: true,
    value: { members: 1, children: 0 },
  });
});

test('answers on a page that has a condition may be missing; the others may not', () => {
  expectTypeOf<Answers<typeof household>>().toEqualTypeOf<{
    readonly members: number;
    readonly children: number;
    readonly school?: 'near' | 'far';
    readonly road?: string;
    readonly comment?: string;
    readonly adults?: number;
  }>();
});

test('a page of a field that does not exist does not compile', () => {
  const fields = { name: text({ label: 'Name' }) };
  const common = { id: 'test', version: 1, title: 'Test', action: 'Send', fields };
  // @ts-expect-error -- no such field
  defineForm({ ...common, pages: [{ title: 'You', fields: ['nam'] }] });
  // @ts-expect-error -- no such answer
  defineForm({ ...common, pages: [{ title: 'You', fields: ['name'], when: ({ nam }) => !nam }] });
});

test('pages and sections are translated by their ids and first fields, and mean the same', () => {
  const labels = Object.fromEntries(
    Object.entries(household.fields).map(([name, { label }]) => [name, { label }]),
  );
  const translated = translateForm(
    household,
    {
      title: 'Haushalt',
      action: 'Senden',
      fields: labels,
      pages: {
        members: { title: 'Menschen' },
        'to-school': { title: 'Schule', guidance: 'Zu den Kindern.' },
      },
      sections: { comment: { title: 'Weiteres' } },
    },
    { yes: 'Ja', no: 'Nein', comma: ', ', quoted: (it) => it } as LanguageTexts,
  );
  expect(translated.pages?.map(({ title, guidance }) => [title, guidance])).toEqual([
    ['Menschen', undefined],
    ['Schule', 'Zu den Kindern.'],
    ['The end', undefined],
  ]);
  expect(translated.sections?.[0]?.title).toBe('Weiteres');
  expect(parseAnswers(translated, { members: 1, children: 0, school: 'far' })).toEqual(
    parseAnswers(household, { members: 1, children: 0 }),
  );
});
