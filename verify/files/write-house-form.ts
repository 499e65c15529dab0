import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A form that asks for files of each kind. */
const house = `import { audio, file, photo, signature, text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';

const house = defineForm({
  id: 'house',
  version: 1,
  title: 'Damage to a house',
  action: 'Send',
  fields: {
    street: text({ label: 'Street' }),
    photos: photo({ label: 'Photos of the house', fewest: 3, most: 5, longestEdge: 800 }),
    kept: photo({ label: 'Photo with its place', keep: 'place', optional: true }),
    plan: file({ label: 'Plan', types: ['application/pdf'], largest: 30_000_000, optional: true }),
    signed: signature({ label: 'Your signature', optional: true }),
    said: audio({ label: 'What you heard', optional: true }),
  },
});

export const forms: readonly [Form, ...Form[]] = [house];

export function formById(id: string): Form | undefined {
  return forms.find((it) => it.id === id);
}
`;

const noArabic = `import type { FormTranslation } from '#core/form/translate-form.ts';

export const inArabic: { readonly [form: string]: FormTranslation } = {};
`;

/** Fills in the folder that takes the place of `forms`. */
export function writeHouseForm(folder: string): void {
  rmSync(join(folder, 'ar'), { recursive: true, force: true });
  writeFileSync(join(folder, 'index.ts'), house);
  writeFileSync(join(folder, 'in-arabic.ts'), noArabic);
}
