import { writeForm } from '../../e2e/testing/app/write-only-form.ts';

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

/** Fills in the folder that takes the place of `forms`: with that form, and one that needs an account. */
export function writeInvitedForm(folder: string): void {
  writeForm(folder, 'reunion', reunion);
}
