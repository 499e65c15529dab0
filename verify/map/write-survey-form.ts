import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const survey = `import { area, line, location } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';

const survey = defineForm({
  id: 'survey',
  version: 1,
  title: 'Survey of a farm',
  action: 'Send',
  fields: {
    house: location({ label: 'House', optional: true }),
    way: line({ label: 'Way', optional: true }),
    farm: area({ label: 'Farm', optional: true }),
  },
});

export const forms: readonly [Form, ...Form[]] = [survey];

export function formById(id: string): Form | undefined {
  return forms.find((it) => it.id === id);
}
`;

const noArabic = `import type { FormTranslation } from '#core/form/translate-form.ts';

export const inArabic: { readonly [form: string]: FormTranslation } = {};
`;

/** The part of the map that can be kept. */
const ajloun = `{
  name: 'Ajloun', nameInArabic: 'عجلون', west: 35.6, south: 32.2, east: 35.9, north: 32.45, zoom: 9,
}`;

/** Fills in the folder that takes the place of \`forms\`, and configures a street map beside it. */
export function writeSurveyForm(folder: string, origin: string): void {
  rmSync(join(folder, 'ar'), { recursive: true, force: true });
  writeFileSync(join(folder, 'index.ts'), survey);
  writeFileSync(join(folder, 'in-arabic.ts'), noArabic);
  const brand = join(folder, '../brand/street-map.ts');
  const streetMap = `{
  style: '${origin}/style.json',
  origins: ['${origin}'],
  attribution: '© The makers',
  offline: [${ajloun}],
}`;
  const before = readFileSync(brand, 'utf8');
  const after = before.replace(/(export const streetMap: .* = )undefined;/, `$1${streetMap};`);
  if (after === before) throw new Error('The street map is not where it was.');
  writeFileSync(brand, after);
}
