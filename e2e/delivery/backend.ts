import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { synthesize } from '../../local/template/synthesize.ts';
import { copyHouse } from '../../tools/copy-house.js';

const own = join(import.meta.dirname, 'forms');

/** The backend with the forms of a run instead of the product's, synthesized into the folder. */
export async function synthesizeBackend(folder: string): Promise<string> {
  const house = copyHouse();
  for (const file of readdirSync(own)) cpSync(join(own, file), join(house, 'forms', file));
  writeFileSync(join(house, 'forms/index.ts'), index);
  const assembly = join(folder, 'cdk.out');
  const synthesis = await synthesize(assembly, { projectFolder: house });
  rmSync(house, { recursive: true });
  if (!synthesis.ok) throw new Error(synthesis.message);
  return assembly;
}

const index = `
import type { Form } from '#core/form.ts';
import { diary } from './diary.ts';
import { pwausers } from './pwausers.ts';
import { visits } from './visits.ts';

export const forms: readonly [Form, ...Form[]] = [pwausers, visits, diary];

export function formById(id: string): Form | undefined {
  return forms.find((form) => form.id === id);
}
`;
