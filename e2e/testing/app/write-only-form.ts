import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Fills in the folder that takes the place of `forms`, without Arabic: a form in a file of its own, as a page loads it,
 * and one that needs an account, `visit`.
 * @param id the form's, which is also the name of what its source exports
 */
export function writeForm(formsFolder: string, id: string, source: string): void {
  rmSync(join(formsFolder, 'ar'), { recursive: true, force: true });
  writeFileSync(join(formsFolder, `${id}.ts`), source);
  writeFileSync(join(formsFolder, 'index.ts'), listWith(id));
  writeFileSync(join(formsFolder, 'in-arabic.ts'), noArabic);
}

const listWith = (id: string) => `import { text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { ${id} } from './${id}.ts';

const visit = defineForm({
  id: 'visit',
  version: 1,
  title: 'A visit',
  action: 'Send',
  fields: { name: text({ label: 'Name' }) },
});

export const forms: readonly [Form, ...Form[]] = [${id}, visit];

export function formById(id: string): Form | undefined {
  return forms.find((it) => it.id === id);
}
`;

const noArabic = `import type { FormTranslation } from '#core/form/translate-form.ts';

export const inArabic: { readonly [form: string]: FormTranslation } = {};
`;
