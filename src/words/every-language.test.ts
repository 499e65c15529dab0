import { expect, expectTypeOf, test } from 'vitest';
import { complaintWords } from '#core/complaint-words.ts';
import { choice, consent, text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form.ts';
import type { FormWords } from '#core/in-other-words.ts';
import { problems } from '#core/problem.ts';
import { forms } from '#forms/index.ts';
import { arabic } from './ar/arabic.ts';
import { complaints } from './ar/complaints.ts';
import { counted, entry } from './ar/counted.ts';
import type { Rooms } from './rooms.ts';

/** Names and technical words, which Arabic writes as they are. */
const untranslated =
  /\b(Amazon|Cognito|CSV|DynamoDB|Excel|Formstead|JSON|Language|OpenAPI|RFC|Safari|Shift|UTC)\b/g;
/** A hole in a sentence, an example of what is typed, a number in it. */
const notWords = /\{\w+\}|(name@)?example\.com|https?:\/\/[\w./]*|[\d.]+/g;

test('Arabic says everything that English says', () => {
  expectTypeOf(arabic.rooms).toEqualTypeOf<Rooms | undefined>();
  expect(Object.keys(complaints)).toEqual(Object.keys(complaintWords));
  expect(Object.keys(arabic.rooms?.notices.problems ?? {})).toEqual(Object.keys(problems));
});

test('no English is left in Arabic', () => {
  const all = [
    ...sentencesIn(arabic.rooms),
    ...Object.values(complaints).map((say) => say('هذا', { min: 3, max: 9, length: 12, over: 3 })),
  ];
  expect(all.length).toBeGreaterThan(350);
  const left = all.filter((it) => /[a-z]/i.test(withoutNames(it)));
  expect(left).toEqual([]);
});

test('no English is left in the forms that ship', () => {
  const left = forms
    .map(arabic.form)
    .flatMap(({ title, introduction, action, fields }) =>
      [
        title,
        introduction ?? '',
        action,
        ...Object.values(fields).flatMap(({ label, hint = '', control }) => [
          label,
          hint,
          ...sentencesIn('options' in control ? control.options : {}),
          'statement' in control ? control.statement : '',
          'unit' in control ? (control.unit ?? '') : '',
        ]),
      ].filter((it) => /[a-z]/i.test(withoutNames(it))),
    );
  expect(left).toEqual([]);
});

test('what is counted has the form that its number asks for', () => {
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

test('a form in Arabic complains in Arabic, and takes and stores what it did before', () => {
  const [pwausers] = forms;
  const inArabic = arabic.form(pwausers);
  expect(inArabic.parse({ email: 'mickey', source: 'nobody' })).toMatchObject({
    ok: false,
    problem: [
      { field: 'fname', message: 'أدخل الاسم الأول' },
      { field: 'lname', message: 'أدخل اسم العائلة' },
      { field: 'email', message: expect.stringContaining('أدخل البريد الإلكتروني بصيغة مثل') },
      { field: 'source', message: 'اختر كيف سمعت عنا من القائمة' },
    ],
  });
  const answers = { fname: 'ميكي', lname: 'ماوس', source: 'friend', news: true };
  expect(inArabic.parse(answers)).toEqual(pwausers.parse(answers));
  expect(inArabic.fields['source']?.show('friend')).toBe('من صديق');
  expect(inArabic.fields['news']?.show(true)).toBe('نعم');
  expect(inArabic.original).toBe(pwausers);
});

test('a form that has no Arabic stays as it is, complaints and all', () => {
  const visit: Form = defineForm({
    id: 'visit',
    version: 1,
    title: 'A visit',
    action: 'Send',
    fields: { name: text({ label: 'Name' }) },
  });
  expect(arabic.form(visit)).toBe(visit);
});

test('a word that is missing in a form’s translation is a mistake the compiler finds', () => {
  const visit = defineForm({
    id: 'visit',
    version: 1,
    title: 'A visit',
    action: 'Send',
    fields: {
      meal: choice({ label: 'Meal', options: { lunch: 'Lunch', dinner: 'Dinner' } }),
      terms: consent({ label: 'Terms', statement: 'I agree' }),
    },
  });
  type Words = FormWords<typeof visit>['fields'];
  expectTypeOf<{ label: string }>().not.toExtend<Words['meal']>();
  expectTypeOf<{ label: string; options: { lunch: string } }>().not.toExtend<Words['meal']>();
  expectTypeOf<{ label: string; options: { lunch: string; dinner: string } }>().toExtend<
    Words['meal']
  >();
  expectTypeOf<{ label: string }>().not.toExtend<Words['terms']>();
});

/** Every sentence, those that are made from something made from an example of it. */
function sentencesIn(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') {
    const made: unknown = (words as (...some: unknown[]) => unknown)(3, 5, 7, 9);
    return sentencesIn(made);
  }
  if (typeof words !== 'object' || words === null) return [];
  return Object.values(words).flatMap(sentencesIn);
}

function withoutNames(sentence: string): string {
  return sentence.replace(notWords, '').replace(untranslated, '');
}
