import { expect, expectTypeOf, test } from 'vitest';
import { brand } from '#brand/brand.ts';
import { issueMessages } from '#core/form/issue-messages.ts';
import { choice, consent, text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import type { FormTranslation } from '#core/form/translate-form.ts';
import { problems } from '#core/api/problem.ts';
import { parseAnswers } from '#core/form/parse-answers.ts';
import { exampleForms } from '#forms/testing/example-forms.ts';
import { arabic } from './ar/arabic.ts';
import { issues } from './ar/issues.ts';
import { counted, entry } from './ar/counted.ts';
import { responsesMessages } from './en/responses.ts';
import type { Messages } from './namespaces.ts';

/** Names and technical terms that Arabic leaves untranslated. */
const untranslated =
  /\b(Amazon|Chrome|Cognito|CSV|Ctrl|DynamoDB|Edge|Enter|Excel|GeoJSON|JSON|Language|Natural Earth|OpenAPI|PDF|RFC|Safari|Shift|UTC|Wi-Fi|xlsx|ZIP)\b/g;
/** Placeholders, names of columns, examples of input, and numbers. */
const notText = /«(answer: )?(name|email)»|\{\w+\}|(name@)?example\.com|https?:\/\/[\w./]*|[\d.]+/g;

test('Arabic has every message that English has', () => {
  expectTypeOf(arabic.messages).toEqualTypeOf<Messages | undefined>();
  expect(Object.keys(issues)).toEqual(Object.keys(issueMessages));
  expect(Object.keys(arabic.messages?.notices.problems ?? {})).toEqual(Object.keys(problems));
});

test('no English is left in Arabic', () => {
  const all = [
    ...sentencesIn(arabic.messages),
    ...Object.values(issues).map((message) =>
      message('هذا', { min: 3, max: 9, length: 12, over: 3, decimals: 2, step: 3 }),
    ),
  ];
  expect(all.length).toBeGreaterThan(350);
  const left = all.filter((it) => /[a-z]/i.test(withoutNames(it)));
  expect(left).toEqual([]);
});

test('what a screen reader calls a button begins with the words on it, so that it can be said aloud', () => {
  for (const messages of [responsesMessages, arabic.messages?.responses ?? responsesMessages])
    expect(messages.copyLinkTo('the form')).toMatch(new RegExp(`^${messages.copyLink}`));
});

test('no English is left in the forms that ship', async () => {
  const forms = await Promise.all(exampleForms.map(async (it) => arabic.form(it)));
  const left = forms.flatMap(({ title, introduction, action, fields, pages = [], sections = [] }) =>
    [
      title,
      introduction ?? '',
      action,
      ...[...pages, ...sections].flatMap((part) => [part.title, part.guidance ?? '']),
      ...Object.values(fields).flatMap(({ label, hint = '', control }) => [
        label,
        hint,
        ...('options' in control ? control.options.map(([, text]) => text) : []),
        ...('columns' in control
          ? [...control.rows, ...control.columns].map(([, text]) => text)
          : []),
        'statement' in control ? control.statement : '',
        'unit' in control ? (control.unit ?? '') : '',
      ]),
    ].filter((it) => /[a-z]/i.test(withoutNames(it))),
  );
  expect(left).toEqual([]);
});

test('a counted noun has the form that its number asks for', () => {
  document.documentElement.lang = 'ar';
  expect([0, 1, 2, 3, 11, 100, 103].map((it) => counted(it, entry))).toEqual([
    'لا شيء',
    'إدخال واحد',
    'إدخالان',
    '3 إدخالات',
    '11 إدخالًا',
    '100 إدخال',
    '103 إدخالات',
  ]);
  document.documentElement.lang = 'ar-EG';
  expect(counted(3, entry)).toBe('٣ إدخالات');
  document.documentElement.lang = '';
});

test('a form in Arabic reports issues in Arabic, and accepts and stores what it did before', async () => {
  const [pwausers] = exampleForms;
  const inArabic = await arabic.form(pwausers);
  expect(parseAnswers(inArabic, { email: 'mickey', source: 'nobody' })).toMatchObject({
    ok: false,
    problem: [
      { field: 'fname', message: 'أدخل الاسم الأول' },
      { field: 'lname', message: 'أدخل اسم العائلة' },
      { field: 'email', message: expect.stringContaining('أدخل البريد الإلكتروني بصيغة مثل') },
      { field: 'source', message: 'اختر كيف سمعت عنا من القائمة' },
    ],
  });
  const answers = { fname: 'ميكي', lname: 'ماوس', source: 'friend', news: true };
  expect(parseAnswers(inArabic, answers)).toEqual(parseAnswers(pwausers, answers));
  expect(inArabic.fields['source']?.show('friend')).toBe('من صديق');
  expect(inArabic.fields['news']?.show(true)).toBe('نعم');
  expect(inArabic.original).toBe(pwausers);
});

test('a form without Arabic stays in English, its issues included', async () => {
  const visit: Form = defineForm({
    id: 'visit',
    version: 1,
    title: 'A visit',
    action: 'Send',
    fields: { name: text({ label: 'Name' }) },
  });
  expect(await arabic.form(visit)).toBe(visit);
});

test('a text missing from a form’s translation is a compile error', () => {
  const visit = defineForm({
    id: 'visit',
    version: 1,
    title: 'A visit',
    action: 'Send',
    fields: {
      meal: choice({
        label: 'Meal',
        options: [
          ['lunch', 'Lunch'],
          ['dinner', 'Dinner'],
        ],
      }),
      terms: consent({ label: 'Terms', statement: 'I agree' }),
    },
  });
  type FormText = FormTranslation<typeof visit>['fields'];
  expectTypeOf<{ label: string }>().not.toExtend<FormText['meal']>();
  expectTypeOf<{ label: string; options: { lunch: string } }>().not.toExtend<FormText['meal']>();
  expectTypeOf<{ label: string; options: { lunch: string; dinner: string } }>().toExtend<
    FormText['meal']
  >();
  expectTypeOf<{ label: string }>().not.toExtend<FormText['terms']>();
});

/** Every sentence, including those made by functions, called with sample arguments. */
function sentencesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') {
    const made: unknown = (value as (...some: unknown[]) => unknown)(3, 5, 7, 9);
    return sentencesIn(made);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(sentencesIn);
}

function withoutNames(sentence: string): string {
  return sentence.replaceAll(brand.name, '').replace(notText, '').replace(untranslated, '');
}
