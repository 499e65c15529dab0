import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { synthesize } from '../../packages/amplify-local/synthesis/synthesize.ts';
import { copyProject } from '../../tools/copy-project.js';

const formsFolder = join(import.meta.dirname, 'forms');

/** Synthesizes the backend with the forms of a run instead of the product's. */
export async function synthesizeBackend(folder: string): Promise<string> {
  const projectFolder = copyProject();
  for (const file of readdirSync(formsFolder))
    cpSync(join(formsFolder, file), join(projectFolder, 'forms', file));
  writeFileSync(join(projectFolder, 'forms/index.ts'), index);
  const assembly = join(folder, 'cdk.out');
  const synthesis = await synthesize(assembly, { projectFolder });
  rmSync(projectFolder, { recursive: true });
  if (!synthesis.ok) throw new Error(synthesis.message);
  return assembly;
}

const index = `
import type { Form } from '#core/form/define-form.ts';
import { diary } from './diary.ts';
import { pwausers } from './pwausers.ts';
import { visits } from './visits.ts';

export const forms: readonly [Form, ...Form[]] = [pwausers, visits, diary];

export function formById(id: string): Form | undefined {
  return forms.find((form) => form.id === id);
}
`;
