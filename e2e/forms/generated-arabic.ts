import type { Fields } from '#core/form/answers.ts';
import type { Form } from '#core/form/define-form.ts';
import type { Control, Field, Options } from '#core/form/field.ts';
import { pageId, type FormSection } from '#core/form/form-pages.ts';
import type { FormTranslation } from '#core/form/translate-form.ts';

/**
 * A translation made of a small vocabulary, which says nothing about the questions: it shows that every text of a
 * form is translated, and what a long form looks like from right to left.
 */
export function inGeneratedArabic(form: Form): FormTranslation {
  return {
    title: `استمارة ${topicOf(form.title)}`,
    ...(form.introduction && { introduction: sentence }),
    action: 'أرسل الاستمارة',
    fields: translationsOf(form.fields),
    ...(form.pages && { pages: partTranslations(form.pages, 'صفحة') }),
    ...(form.sections && { sections: partTranslations(form.sections, 'قسم') }),
    ...(form.rules && { rules: form.rules.map(ruleText) }),
  };
}

const sentence = 'اقرأ كل سؤال بهدوء، ثم أجب عنه بما تعرفه.';

const topics = [
  'الماء',
  'الغذاء',
  'المنزل',
  'الصحة',
  'المدرسة',
  'العمل',
  'الأرض',
  'الطريق',
  'الأسرة',
];

/** The same topic for the same text. */
function topicOf(text: string): string {
  const sum = Array.from(text, (it) => it.codePointAt(0) ?? 0).reduce((all, it) => all + it, 0);
  return topics[sum % topics.length] ?? '';
}

function ruleText(_: unknown, i: number): string {
  return `راجع هذه الإجابة وما يتصل بها (القاعدة ${i + 1})`;
}

function partTranslations(parts: readonly FormSection[], kind: string) {
  return Object.fromEntries(
    parts.map((part, i) => [
      pageId(part),
      {
        title: `${kind} ${topicOf(part.title)} ${i + 1}`,
        ...(part.guidance && { guidance: sentence }),
      },
    ]),
  );
}

function translationsOf(fields: Fields): FormTranslation['fields'] {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field], i) => [name, translationOf(field, i + 1)]),
  );
}

function translationOf(field: Field, number: number) {
  const [placeholder = ''] = /\{\w+\|/.exec(field.label) ?? [];
  const about = placeholder && ` عن ${placeholder}هذا}`;
  return {
    label: `السؤال ${number}: ${topicOf(field.label)}${about}`,
    ...(field.hint && { hint: sentence }),
    ...(field.instances && { fields: translationsOf(field.instances.fields) }),
    ...controlTexts(field.control),
  };
}

/** The texts that a control has. */
function controlTexts(control: Control) {
  return {
    ...('options' in control && { options: labelsOf(control.options, 'الخيار') }),
    ...('columns' in control && {
      rows: labelsOf(control.rows, 'البند'),
      columns: labelsOf(control.columns, 'الدرجة'),
    }),
    ...('statement' in control && { statement: 'قرأت ما سبق، وأوافق عليه' }),
    ...('text' in control && { text: `**تنبيه**: ${sentence}` }),
    ...('unit' in control && control.unit && { unit: 'وحدة' }),
    ...('ends' in control && control.ends && { ends: ['قليل', 'كثير'] as const }),
    ...('one' in control && control.one && { one: 'بند' }),
    ...('add' in control && control.add && { add: 'أضف بندًا' }),
    ...('isCode' in control && { message: 'أدخل الرقم كما هو مكتوب' }),
  };
}

function labelsOf(options: Options, kind: string) {
  return Object.fromEntries(options.map(([value], i) => [value, `${kind} ${i + 1}`]));
}
