import { expect, test } from 'vitest';
import { issuesOfForms } from '#core/form/check-forms.ts';
import type { Fields } from '#core/form/answers.ts';
import { loadFields, type Form } from '#core/form/define-form.ts';
import { issueMessages } from '#core/form/issue-messages.ts';
import { translateForm, type FormTranslation } from '#core/form/translate-form.ts';
import { parseAnswers } from '#core/form/parse-answers.ts';
import { createRespondent } from '../testing/answers/generated-respondent.ts';
import { sizeOf } from '../testing/answers/form-size.ts';
import { inArabic } from './in-arabic.ts';
import { forms as realForms } from './index.ts';

const today = '2026-11-26';
const listed = realForms.map((form) => [form.id, form] as const);

test('the six forms are valid', () => {
  expect(issuesOfForms({ forms: realForms, reservedIds: [] })).toEqual([]);
});

test('each is as large as the form it follows', () => {
  expect(Object.fromEntries(realForms.map((form) => [form.id, sizeOf(form)])))
    .toMatchInlineSnapshot(`
    {
      "building-permit": {
        "calculated": 10,
        "conditions": 49,
        "filters": 0,
        "pages": 15,
        "questions": 173,
        "repeats": 8,
        "rules": 15,
        "wordLimits": 0,
      },
      "community-grant": {
        "calculated": 2,
        "conditions": 48,
        "filters": 0,
        "pages": 107,
        "questions": 121,
        "repeats": 5,
        "rules": 9,
        "wordLimits": 39,
      },
      "household-needs": {
        "calculated": 19,
        "conditions": 210,
        "filters": 13,
        "pages": 41,
        "questions": 358,
        "repeats": 2,
        "rules": 79,
        "wordLimits": 1,
      },
      "protection-order": {
        "calculated": 0,
        "conditions": 115,
        "filters": 0,
        "pages": 18,
        "questions": 132,
        "repeats": 3,
        "rules": 7,
        "wordLimits": 0,
      },
      "site-assessment": {
        "calculated": 1,
        "conditions": 33,
        "filters": 3,
        "pages": 30,
        "questions": 88,
        "repeats": 0,
        "rules": 8,
        "wordLimits": 0,
      },
      "wildlife-licence": {
        "calculated": 0,
        "conditions": 26,
        "filters": 0,
        "pages": 42,
        "questions": 85,
        "repeats": 0,
        "rules": 8,
        "wordLimits": 0,
      },
    }
  `);
});

test.each(listed)(
  '%s accepts what generated people answer to what it asks them',
  async (_, form) => {
    await loadFields(form);
    for (let seed = 1; seed <= 4; seed += 1) {
      const respondent = createRespondent(form, { seed, today });
      for (const { fields } of form.pages ?? []) respondent.answer(fields);
      const parsed = parseAnswers(form, respondent.values, { today });
      expect(parsed.ok ? [] : parsed.problem).toEqual([]);
    }
  },
);

test.each(listed)('%s is in Arabic, down to the questions in its repeats', (id, form) => {
  const { title, action, pages = [], rules = [], fields } = translated(form, inArabic[id]);
  const texts = [
    title,
    action,
    ...pages.map((it) => it.title),
    ...rules.map((it) => it.message),
    ...textsOfFields(fields),
  ];
  expect(texts.filter((it) => !/\p{Script=Arabic}/u.test(it))).toEqual([]);
});

function translated(form: Form, translation: FormTranslation | undefined): Form {
  if (!translation) throw new Error(`${form.id} has no translation.`);
  return translateForm(form, translation, {
    language: 'ar',
    issueMessages,
    yes: 'نعم',
    no: 'لا',
    comma: '، ',
    quoted: (label) => `«${label}»`,
  });
}

function textsOfFields(fields: Fields): readonly string[] {
  return Object.values(fields).flatMap(({ label, hint, control, instances }) => [
    ...(label === '' ? [] : [label]),
    ...(hint === undefined || /\d/.test(hint) ? [] : [hint]),
    ...('options' in control ? control.options.map(([, text]) => text) : []),
    ...('statement' in control ? [control.statement] : []),
    ...('text' in control ? [control.text] : []),
    ...(instances ? textsOfFields(instances.fields) : []),
  ]);
}
