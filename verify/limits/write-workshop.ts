import { writeForm } from '../../e2e/testing/app/write-only-form.ts';

/** A form for anyone, whose sessions have so few seats that a test takes them all. */
const booking = `import { choice, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';

export const booking = defineForm({
  id: 'booking',
  version: 1,
  title: 'Book a workshop',
  action: 'Book',
  access: 'anyone',
  limits: { entries: 4, perOption: { session: { am: 1, pm: 3 } } },
  fields: {
    name: text({ label: 'Name' }),
    session: choice({
      label: 'Session',
      options: [
        ['am', 'Morning'],
        ['pm', 'Afternoon'],
        ['later', 'Another day'],
      ],
    }),
  },
});
`;

/** Fills in the folder that takes the place of `forms`: with that form, and one that needs an account. */
export function writeWorkshop(folder: string): void {
  writeForm(folder, 'booking', booking);
}
