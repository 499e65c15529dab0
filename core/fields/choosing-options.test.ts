import { expect, expectTypeOf, test } from 'vitest';
import type { AnswerOf } from '../form/answers.ts';
import { defineForm } from '../form/define-form.ts';
import { list } from '../form/list.ts';
import { translateForm } from '../form/translate-form.ts';
import { inEnglish, issueMessages } from '../form/issue-messages.ts';
import { choice, choiceFrom, choices, matrix, ranking } from './index.ts';
import { parseAnswers } from '../form/parse-answers.ts';

const moment = { today: '2026-03-31' };

const water = choice({
  label: 'Where does your water come from?',
  noun: 'where your water comes from',
  options: [
    ['tap', 'Tap'],
    ['well', 'Well'],
    ['other', 'Somewhere else'],
  ],
  other: 'other',
});

test('an option that asks for a text is answered with the text', () => {
  expectTypeOf<AnswerOf<typeof water>>().toEqualTypeOf<
    'tap' | 'well' | { readonly other: string }
  >();
  expect(water.parse({ other: ' a spring\n' }, inEnglish)).toEqual({
    ok: true,
    value: { other: 'a spring' },
  });
  expect(water.show({ other: 'a spring' })).toBe('Somewhere else: a spring');
  expect(water.show('tap')).toBe('Tap');
  for (const blank of ['other', { other: '' }, { other: ' \u200B' }])
    expect(water.parse(blank, inEnglish)).toEqual({
      ok: false,
      problem: 'Say which you mean for where your water comes from',
    });
});

test('in a file, the option and its text have a column each', () => {
  const cells = (answer: unknown) => water.columns?.map((it) => it.cell(answer));
  expect(water.columns?.map((it) => it.label)).toEqual(['', 'Somewhere else']);
  expect(cells({ other: 'a spring' })).toEqual(['Somewhere else', 'a spring']);
  expect(cells('tap')).toEqual(['Tap', undefined]);
});

const travel = choices({
  label: 'Travel',
  options: [
    ['foot', 'On foot'],
    ['bus', 'By bus'],
    ['car', 'By car'],
    ['other', 'Another way'],
    ['none', 'None of these'],
  ],
  min: 2,
  max: 3,
  exclusive: ['none'],
  other: 'other',
});

test('as many options are chosen as the field asks for, or an exclusive one alone', () => {
  expect(travel.parse(['bus', 'foot'], inEnglish)).toEqual({ ok: true, value: ['foot', 'bus'] });
  expect(travel.parse(['none'], inEnglish)).toEqual({ ok: true, value: ['none'] });
  const issue = (value: unknown) => {
    const parsed = travel.parse(value, inEnglish);
    return parsed.ok ? 'accepted' : parsed.problem;
  };
  expect(issue(['foot'])).toBe('Choose at least 2 options for “Travel”');
  expect(issue(['foot', 'foot'])).toBe('Choose at least 2 options for “Travel”');
  expect(issue(['foot', 'bus', 'car', { other: 'by boat' }])).toBe(
    'Choose at most 3 options for “Travel”',
  );
  expect(issue(['none', 'foot'])).toBe(
    'Choose “Travel” again: one of the options excludes all others',
  );
  expect(issue(['foot', 'other'])).toBe('Say which you mean for “Travel”');
});

test('several options are shown and written with the text of the one that asks for it', () => {
  expect(travel.parse([{ other: 'by boat' }, 'foot'], inEnglish)).toEqual({
    ok: true,
    value: ['foot', { other: 'by boat' }],
  });
  expect(travel.show(['foot', { other: 'by boat' }])).toBe('On foot, Another way: by boat');
  expect(travel.columns?.map((it) => it.cell(['foot', { other: 'by boat' }]))).toEqual([
    'On foot, Another way',
    'by boat',
  ]);
});

/** A form in which the answer to one question rules out options of others. */
const lunch = defineForm({
  id: 'lunch',
  version: 1,
  title: 'Lunch',
  action: 'Order',
  fields: {
    diet: choice({
      label: 'Diet',
      options: [
        ['vegan', 'Vegan'],
        ['any', 'Anything'],
      ],
    }),
    meal: choice({
      label: 'Meal',
      options: [
        ['beef', 'Beef'],
        ['soup', 'Soup'],
      ],
    }),
    extras: choices({
      label: 'Extras',
      options: [
        ['cheese', 'Cheese'],
        ['bread', 'Bread'],
      ],
      optional: true,
    }),
  },
  offered: {
    meal: ({ diet }, { value }) => !(diet === 'vegan' && value === 'beef'),
    extras: ({ diet }, { value }) => !(diet === 'vegan' && value === 'cheese'),
  },
});

test('an option that another answer rules out counts as not chosen', () => {
  expect(parseAnswers(lunch, { diet: 'any', meal: 'beef', extras: ['cheese'] }, moment)).toEqual({
    ok: true,
    value: { diet: 'any', meal: 'beef', extras: ['cheese'] },
  });
  expect(
    parseAnswers(lunch, { diet: 'vegan', meal: 'soup', extras: ['cheese', 'bread'] }, moment),
  ).toEqual({ ok: true, value: { diet: 'vegan', meal: 'soup', extras: ['bread'] } });
  expect(parseAnswers(lunch, { diet: 'vegan', meal: 'soup', extras: ['cheese'] }, moment)).toEqual({
    ok: true,
    value: { diet: 'vegan', meal: 'soup' },
  });
});

test('a required choice of which the chosen option is ruled out must be made again', () => {
  expect(parseAnswers(lunch, { diet: 'vegan', meal: 'beef' }, moment)).toEqual({
    ok: false,
    problem: [{ field: 'meal', message: 'Choose “Meal”' }],
  });
  expect(parseAnswers(lunch, { diet: 'vegan', meal: 'pork' }, moment)).toEqual({
    ok: false,
    problem: [{ field: 'meal', message: 'Choose “Meal” from the list' }],
  });
});

const districts = list(() => import('../testing/sample-list.ts'));

/** A form with a list of districts, of which those of the chosen region are offered. */
const home = defineForm({
  id: 'home',
  version: 1,
  title: 'Home',
  action: 'Send',
  fields: {
    region: choice({
      label: 'Region',
      options: [
        ['cairo', 'Greater Cairo'],
        ['delta', 'Nile Delta'],
      ],
    }),
    district: choiceFrom({ label: 'District', list: districts, example: 'giza', optional: true }),
  },
  offered: { district: ({ region }, it) => it['region'] === region },
});

test('a row of a list is accepted if the answer that it depends on allows it', async () => {
  await districts.load();
  expect(parseAnswers(home, { region: 'cairo', district: 'giza' }, moment)).toEqual({
    ok: true,
    value: { region: 'cairo', district: 'giza' },
  });
  expect(parseAnswers(home, { region: 'delta', district: 'giza' }, moment)).toEqual({
    ok: true,
    value: { region: 'delta' },
  });
  expect(parseAnswers(home, { region: 'delta', district: 'paris' }, moment)).toEqual({
    ok: false,
    problem: [{ field: 'district', message: 'Choose “District” from the list' }],
  });
});

test('before the list has loaded, any text may be one of its rows', () => {
  const unloaded = list(() => import('../testing/sample-list.ts'));
  const field = choiceFrom({ label: 'District', list: unloaded, example: 'giza' });
  expect(field.parse('paris', inEnglish)).toEqual({ ok: true, value: 'paris' });
  expect(field.parse(['paris'], inEnglish).ok).toBe(false);
  expect(field.show('paris')).toBe('paris');
});

test('a row is shown by its label, in another language by that of its column', async () => {
  await districts.load();
  const common = { issueMessages, quoted: String, yes: '', no: '', comma: '، ' };
  const texts = { title: '', action: '', fields: { district: { label: 'المنطقة' } } };
  const inArabic = translateForm(home, texts, { ...common, language: 'ar' });
  const inFrench = translateForm(home, texts, { ...common, language: 'fr' });
  expect(home.fields.district.show('giza')).toBe('Giza');
  expect(inArabic.fields['district']?.show('giza')).toBe('الجيزة');
  expect(inFrench.fields['district']?.show('giza')).toBe('Giza');
  // Ruling out options keeps the translation.
  const offered = inArabic.fields['district']?.offering?.(() => true);
  expect(offered?.show('giza')).toBe('الجيزة');
  expect(offered?.label).toBe('المنطقة');
});

const opinion = matrix({
  label: 'Opinion',
  rows: [
    ['guide', 'The guide'],
    ['food', 'The food'],
  ],
  columns: [
    ['poor', 'Poor'],
    ['good', 'Good'],
  ],
});

test('a matrix is answered with a column for each row, and is written a row a column', () => {
  expectTypeOf<AnswerOf<typeof opinion>>().toEqualTypeOf<{
    readonly guide: 'poor' | 'good';
    readonly food: 'poor' | 'good';
  }>();
  expect(opinion.parse({ food: 'poor', guide: 'good' }, inEnglish)).toEqual({
    ok: true,
    value: { guide: 'good', food: 'poor' },
  });
  expect(opinion.parse({ guide: 'good', food: '' }, inEnglish)).toEqual({
    ok: false,
    problem: 'Choose an answer in each row of “Opinion”',
  });
  expect(opinion.show({ guide: 'good', food: 'poor' })).toBe('The guide: Good\nThe food: Poor');
  expect(opinion.columns?.map((it) => [it.label, it.cell({ guide: 'good' })])).toEqual([
    ['The guide', 'Good'],
    ['The food', undefined],
  ]);
});

test('a ranking has every option once, and is written as the rank of each', () => {
  const order = ranking({
    label: 'What matters',
    options: [
      ['price', 'Price'],
      ['near', 'Near'],
      ['good', 'Good'],
    ],
  });
  expect(order.parse(['good', 'price', 'near'], inEnglish).ok).toBe(true);
  for (const partial of [['good'], ['good', 'good', 'price']])
    expect(order.parse(partial, inEnglish)).toEqual({
      ok: false,
      problem: 'Choose the order of “What matters”',
    });
  expect(order.show(['good', 'price', 'near'])).toBe('1. Good\n2. Price\n3. Near');
  expect(order.columns?.map((it) => it.cell(['good', 'price', 'near']))).toEqual([2, 3, 1]);
});
