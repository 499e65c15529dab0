import { expect, expectTypeOf, test } from 'vitest';
import { inEnglish, issueMessages } from './issue-messages.ts';
import {
  acknowledge,
  choice,
  choices,
  currency,
  matrix,
  month,
  note,
  pattern,
  scale,
} from '../fields/index.ts';
import { defineForm } from './define-form.ts';
import { translateForm, type FormTranslation } from './translate-form.ts';

const options = [
  ['tea', 'Tea'],
  ['milk', 'Milk'],
  ['both', 'Both'],
] as const;
const form = defineForm({
  id: 'breakfast',
  version: 1,
  title: 'Breakfast',
  action: 'Order',
  fields: { drinks: choices({ label: 'Drinks', options }) },
});

function showTranslated(
  optionTexts: Record<(typeof options)[number][0], string>,
  answer: readonly string[],
): string | undefined {
  const translated = translateForm(
    form,
    {
      title: 'الفطور',
      action: 'اطلب',
      fields: { drinks: { label: 'المشروبات', options: optionTexts } },
    },
    { language: 'ar', issueMessages, quoted: (it) => `«${it}»`, yes: 'نعم', no: 'لا', comma: '، ' },
  );
  return translated.fields['drinks']?.show(answer);
}

test('chosen options are separated by the comma of their language', () => {
  const optionTexts = { tea: 'شاي', milk: 'حليب', both: 'كلاهما' };
  expect(showTranslated(optionTexts, ['tea', 'milk'])).toBe('شاي، حليب');
});

test('another separator is used when a translated option contains a comma', () => {
  const optionTexts = { tea: 'شاي، أسود', milk: 'مع الحليب', both: 'شاي، أسود، مع الحليب' };
  expect(showTranslated(optionTexts, ['tea', 'milk'])).toBe('شاي، أسود; مع الحليب');
  expect(showTranslated(optionTexts, ['both'])).toBe('شاي، أسود، مع الحليب');
});

test('the texts of notes, the ends of scales and the words of patterns are translated', () => {
  const survey = defineForm({
    id: 'survey',
    version: 1,
    title: 'Survey',
    action: 'Send',
    fields: {
      about: note({ text: 'About **you**' }),
      rules: acknowledge({ label: 'Rules', text: 'Be kind', statement: 'I have read them' }),
      likely: scale({ label: 'How likely?', ends: ['No', 'Yes'] }),
      meter: pattern({
        label: 'Meter',
        pattern: /\d{6}/,
        message: 'Enter six digits',
        example: '123456',
      }),
      moved: month({ label: 'Moved', max: '2026-03' }),
    },
  });
  const { fields } = translateForm(
    survey,
    {
      title: 'استبيان',
      action: 'أرسل',
      fields: {
        about: { text: 'عنك' },
        rules: { label: 'القواعد', text: 'كن لطيفًا', statement: 'قرأتها' },
        likely: { label: 'ما مدى الاحتمال؟', ends: ['لا', 'نعم'] },
        meter: { label: 'العداد', message: 'أدخل ستة أرقام' },
        moved: { label: 'الانتقال' },
      },
    },
    { language: 'ar', issueMessages, quoted: (it) => `«${it}»`, yes: 'نعم', no: 'لا', comma: '، ' },
  );
  expect(fields['about']?.control).toMatchObject({ text: 'عنك' });
  expect(fields['rules']?.control).toMatchObject({ text: 'كن لطيفًا', statement: 'قرأتها' });
  expect(fields['likely']?.control).toMatchObject({ ends: ['لا', 'نعم'] });
  expect(fields['meter']?.parse('x', inEnglish)).toEqual({ ok: false, problem: 'أدخل ستة أرقام' });
  expect(fields['moved']?.within?.({ max: '2026-01' }).parse('2026-02', inEnglish)).toEqual({
    ok: false,
    problem: '«الانتقال» must be January 2026 or earlier',
  });
});

test('an amount has as many decimals in every language', () => {
  const rent = currency({ label: 'Rent', currency: 'JOD', decimals: 3 });
  const before = defineForm({
    id: 'rents',
    version: 1,
    title: 'Rents',
    action: 'Send',
    fields: { rent },
  });
  const translation = { title: 'إيجار', action: 'أرسل', fields: { rent: { label: 'الإيجار' } } };
  const after = translateForm(before, translation, {
    language: 'ar',
    issueMessages,
    yes: 'نعم',
    no: 'لا',
    comma: '، ',
    quoted: (label) => `«${label}»`,
  });
  for (const form of [before, after]) expect(form.fields['rent']?.show(0.5)).toBe('0.500 JOD');
});

test('an option that asks for a text, and the rows and columns of a matrix, are translated', () => {
  const survey = defineForm({
    id: 'survey',
    version: 1,
    title: 'Survey',
    action: 'Send',
    fields: {
      water: choice({
        label: 'Water',
        options: [
          ['tap', 'Tap'],
          ['other', 'Somewhere else'],
        ],
        other: 'other',
      }),
      opinion: matrix({
        label: 'Opinion',
        rows: [['guide', 'The guide']],
        columns: [['good', 'Good']],
      }),
    },
  });
  type Texts = FormTranslation<typeof survey>['fields'];
  expectTypeOf<Texts['water']>().toExtend<{ options: { tap: string; other: string } }>();
  expectTypeOf<Texts['opinion']>().toExtend<{
    rows: { guide: string };
    columns: { good: string };
  }>();
  const texts: FormTranslation<typeof survey> = {
    title: '',
    action: '',
    fields: {
      water: { label: 'الماء', options: { tap: 'صنبور', other: 'مصدر آخر' } },
      opinion: { label: 'الرأي', rows: { guide: 'المرشد' }, columns: { good: 'جيد' } },
    },
  };
  const common = { language: 'ar', issueMessages, quoted: String, yes: '', no: '', comma: '، ' };
  const { water, opinion } = translateForm(survey, texts, common).fields;
  expect(water?.show({ other: 'نبع' })).toBe('مصدر آخر: نبع');
  expect(opinion?.show({ guide: 'good' })).toBe('المرشد: جيد');
  expect(opinion?.control).toMatchObject({
    rows: [['guide', 'المرشد']],
    columns: [['good', 'جيد']],
  });
});

test('the link onward is translated, and leads to the same page', () => {
  const common = { language: 'ar', issueMessages, quoted: String, yes: '', no: '', comma: '، ' };
  const link = { label: 'To the programme', href: 'https://www.example.org' };
  const texts = { title: '', action: '', fields: {} };
  const inArabic = (more: object) =>
    translateForm({ ...form, after: { link } }, { ...texts, ...more }, common).after;
  expect(inArabic({ after: { link: { label: 'إلى البرنامج' } } })).toEqual({
    link: { ...link, label: 'إلى البرنامج' },
  });
  expect(inArabic({})).toEqual({ link });
});
