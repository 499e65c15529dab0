import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A form that is filled in with a personal link, in a file of its own, as a page loads it. */
const reunion = `import { hidden, number, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';

export const reunion = defineForm({
  id: 'reunion',
  version: 1,
  title: 'Reunion',
  introduction: 'Will you come?',
  action: 'Send',
  access: 'invited',
  fields: {
    name: text({ label: 'Name' }),
    year: number({ label: 'Year of graduation', whole: true, optional: true }),
    source: hidden({ label: 'Where the link was' }),
    comment: text({ label: 'What do you bring?' }),
  },
});
`;

const forms = `import type { Form } from '#core/form/define-form.ts';
import { reunion } from './reunion.ts';
import { text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';

const visit = defineForm({
  id: 'visit',
  version: 1,
  title: 'A visit',
  action: 'Send',
  fields: { name: text({ label: 'Name' }) },
});

export const forms: readonly [Form, ...Form[]] = [reunion, visit];

export function formById(id: string): Form | undefined {
  return forms.find((it) => it.id === id);
}
`;

const noArabic = `import type { FormTranslation } from '#core/form/translate-form.ts';

export const inArabic: { readonly [form: string]: FormTranslation } = {};
`;

/** Fills in the folder that takes the place of `forms`. */
export function writeInvitedForm(folder: string): void {
  rmSync(join(folder, 'ar'), { recursive: true, force: true });
  writeFileSync(join(folder, 'reunion.ts'), reunion);
  writeFileSync(join(folder, 'index.ts'), forms);
  writeFileSync(join(folder, 'in-arabic.ts'), noArabic);
}
