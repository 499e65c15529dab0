import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Lists other forms than the product's in a copy of the project.
 * @param forms the name of each form, in the order of the list, and its file in `forms`
 */
export function listForms(project: string, forms: Readonly<Record<string, string>>): void {
  const imports = Object.entries(forms).map(
    ([name, file]) => `import { ${name} } from './${file}';`,
  );
  writeFileSync(
    join(project, 'forms/index.ts'),
    `import type { Form } from '#core/form/define-form.ts';
${imports.join('\n')}

export const forms: readonly [Form, ...Form[]] = [${Object.keys(forms).join(', ')}];

export function formById(id: string): Form | undefined {
  return forms.find((form) => form.id === id);
}
`,
  );
}
