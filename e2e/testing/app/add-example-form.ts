import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Does what docs/add-a-form.md says: adds one new file and one line, copied from the page. */
export function addExampleForm(project: string): void {
  const guide = readFileSync(join(project, 'docs/add-a-form.md'), 'utf8');
  const [file = '', line = ''] = [...guide.matchAll(/```ts\n(.*?)```/gs)].map((it) => it[1]);
  writeFileSync(join(project, 'forms/visit.ts'), file);
  const index = join(project, 'forms/index.ts');
  const before = readFileSync(index, 'utf8');
  const after = before
    .replace(/^export const forms.*\n/m, line)
    .replace(/(import \{ ride \}.*\n)/, "$1import { visit } from './visit.ts';\n");
  if (!/,\s*visit,?\s*\]/.test(after)) throw new Error('The list of forms is not where it was.');
  writeFileSync(index, after);
}
