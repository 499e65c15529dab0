import { writeForm } from '../../e2e/testing/app/write-only-form.ts';

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

/** Fills in the folder that takes the place of `forms`: with that form, and one that needs an account. */
export function writeOpenForms(folder: string): void {
  writeForm(folder, 'feedback', feedback);
}
