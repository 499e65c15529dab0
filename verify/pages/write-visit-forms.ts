import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const subjects = ['Well', 'School', 'Clinic', 'Bridge', 'Market', 'Shelter', 'Forest', 'Harbour'];
const subjectsInArabic = [
  'البئر',
  'المدرسة',
  'العيادة',
  'الجسر',
  'السوق',
  'المأوى',
  'الغابة',
  'الميناء',
];
/** The district of a form is its number divided by the subjects, so no two forms have one title. */
const districtOf = (n: number) => Math.floor(n / subjects.length) + 1;

/** Writes this many forms of a visit over the product's own. With more than eight, some are in groups. */
export function writeVisitForms(formsFolder: string, count: number): void {
  const numbers = Array.from({ length: count }, (_, n) => n);
  const modules = { 'index.ts': indexOf(numbers), 'in-arabic.ts': arabicOf(numbers) };
  for (const [name, code] of Object.entries(modules)) writeFileSync(join(formsFolder, name), code);
  for (const n of numbers)
    writeFileSync(join(formsFolder, `visit-${n}.ts`), formOf(n, { isGrouped: count > 8 }));
}

function indexOf(numbers: readonly number[]): string {
  const names = numbers.map((n) => `visit${n}`).join(', ');
  const imports = numbers.map((n) => `import { visit${n} } from './visit-${n}.ts';`);
  return `import type { Form } from '#core/form/define-form.ts';
${imports.join('\n')}
export const forms: readonly [Form, ...Form[]] = [${names}];
export function formById(id: string): Form | undefined {
  return forms.find((form) => form.id === id);
}
`;
}

function formOf(n: number, { isGrouped }: { readonly isGrouped: boolean }): string {
  const subject = subjects[n % subjects.length] ?? '';
  return `import { choice, longText, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
export const visit${n} = defineForm({
  id: 'visit-${n}',
  version: 1,
  title: '${subject} inspection, district ${districtOf(n)}',
  introduction: 'One form for each visit. It takes five minutes and works offline.',
  ${isGrouped && n % 3 === 0 ? `group: '${subject}s',` : ''}
  action: 'Send',
  fields: {
    place: text({ label: 'Name of the place', noun: 'the name of the place', max: 80 }),
    state: choice({
      label: 'State',
      noun: 'the state',
      options: [['good', 'Good'], ['repair', 'Needs repair'], ['closed', 'Closed']],
    }),
    remarks: longText({ label: 'Remarks', noun: 'your remarks', optional: true }),
  },
});
`;
}

function arabicOf(numbers: readonly number[]): string {
  const translations = numbers.map((n) => {
    const subject = subjectsInArabic[n % subjects.length] ?? '';
    return `'visit-${n}': {
    title: 'تفتيش ${subject}، المنطقة ${districtOf(n)}',
    introduction: 'استمارة لكل زيارة. تستغرق خمس دقائق، وتعمل من دون اتصال.',
    ${n % 3 === 0 ? `group: '${subject}',` : ''}
    action: 'أرسل',
    fields: {
      place: { label: 'اسم المكان', noun: 'اسم المكان' },
      state: {
        label: 'الحالة',
        noun: 'الحالة',
        options: { good: 'جيدة', repair: 'تحتاج إلى إصلاح', closed: 'مغلقة' },
      },
      remarks: { label: 'ملاحظات', noun: 'ملاحظاتك' },
    },
  }`;
  });
  return `import type { FormTranslation } from '#core/form/translate-form.ts';
export const inArabic: { readonly [form: string]: FormTranslation } = {
  ${translations.join(',\n  ')},
};
`;
}
