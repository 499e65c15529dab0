import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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

const forms = `import { text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { booking } from './booking.ts';

const visit = defineForm({
  id: 'visit',
  version: 1,
  title: 'A visit',
  action: 'Send',
  fields: { name: text({ label: 'Name' }) },
});

export const forms: readonly [Form, ...Form[]] = [booking, visit];

export function formById(id: string): Form | undefined {
  return forms.find((it) => it.id === id);
}
`;

const noArabic = `import type { FormTranslation } from '#core/form/translate-form.ts';

export const inArabic: { readonly [form: string]: FormTranslation } = {};
`;

/** Fills in the folder that takes the place of `forms`. */
export function writeWorkshop(folder: string): void {
  rmSync(join(folder, 'ar'), { recursive: true, force: true });
  writeFileSync(join(folder, 'booking.ts'), booking);
  writeFileSync(join(folder, 'index.ts'), forms);
  writeFileSync(join(folder, 'in-arabic.ts'), noArabic);
}
