import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { synthesize } from '../../packages/amplify-local/synthesis/synthesize.ts';
import { copyProject } from '../../tools/copy-project.js';
import { listForms } from '../../tools/testing/list-forms.ts';

const formsFolder = join(import.meta.dirname, 'forms');

/** Synthesizes the backend with the forms of a run instead of the product's. */
export async function synthesizeBackend(folder: string): Promise<string> {
  const projectFolder = copyProject();
  for (const file of readdirSync(formsFolder))
    cpSync(join(formsFolder, file), join(projectFolder, 'forms', file));
  listForms(projectFolder, {
    pwausers: 'pwausers.ts',
    visits: 'visits.ts',
    diary: 'diary.ts',
    albums: 'albums.ts',
  });
  const assembly = join(folder, 'cdk.out');
  const synthesis = await synthesize(assembly, { projectFolder });
  rmSync(projectFolder, { recursive: true });
  if (!synthesis.ok) throw new Error(synthesis.message);
  return assembly;
}
