import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What docs/add-a-form.md says, done: one new file and one line, word for word as the page has them. */
export function addForm(house: string): void {
  const guide = readFileSync(join(house, 'docs/add-a-form.md'), 'utf8');
  const [file = '', line = ''] = [...guide.matchAll(/```ts\n(.*?)```/gs)].map((it) => it[1]);
  writeFileSync(join(house, 'forms/visit.ts'), file);
  const index = join(house, 'forms/index.ts');
  const before = readFileSync(index, 'utf8');
  const after = before
    .replace(/^export const forms.*\n/m, line)
    .replace(/(import \{ ride \}.*\n)/, "$1import { visit } from './visit.ts';\n");
  if (!after.includes(', visit]')) throw new Error('The list of forms is not where it was.');
  writeFileSync(index, after);
}
