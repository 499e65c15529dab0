import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A form for anyone, in a file of its own, as a page loads it. */
const feedback = `import { email, longText, rating } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';

export const feedback = defineForm({
  id: 'feedback',
  version: 1,
  title: 'How was your visit?',
  action: 'Send',
  access: 'anyone',
  fields: {
    stars: rating({ label: 'Your rating', optional: true }),
    comment: longText({ label: 'What should we know?' }),
    contact: email({ label: 'Email address', optional: true }),
  },
});
`;

/** That form, and one that needs an account. */
const forms = `import { text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { feedback } from './feedback.ts';

const visit = defineForm({
  id: 'visit',
  version: 1,
  title: 'A visit',
  action: 'Send',
  fields: { name: text({ label: 'Name' }) },
});

export const forms: readonly [Form, ...Form[]] = [feedback, visit];

export function formById(id: string): Form | undefined {
  return forms.find((it) => it.id === id);
}
`;

const noArabic = `import type { FormTranslation } from '#core/form/translate-form.ts';

export const inArabic: { readonly [form: string]: FormTranslation } = {};
`;

/** Fills in the folder that takes the place of `forms`. */
export function writeOpenForms(folder: string): void {
  rmSync(join(folder, 'ar'), { recursive: true, force: true });
  writeFileSync(join(folder, 'feedback.ts'), feedback);
  writeFileSync(join(folder, 'index.ts'), forms);
  writeFileSync(join(folder, 'in-arabic.ts'), noArabic);
}
