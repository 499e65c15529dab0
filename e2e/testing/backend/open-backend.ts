import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { readAssembly } from '../../../packages/amplify-local/template/assembly.ts';
import { resolveAssembly } from '../../../packages/amplify-local/resolve-assembly.ts';
import { startTestBackend, type TestBackend } from './test-backend.ts';

const project = resolve(import.meta.dirname, '../../..');

/** The functions that know the forms, and the stack of each. */
const folders = { api: 'api', open: 'api', mail: 'mail' };

type Access = 'anyone' | 'invited';

/** The product's forms, each of them with this access. */
const formsWith = (access: Access) => `
import { forms as closed } from './forms/index.ts';
export const forms = closed.map((form) => ({ ...form, access: '${access}' }));
export const formById = (id) => forms.find((form) => form.id === id);
`;

/**
 * A backend on which every form can be filled in without an account: by anyone, or with a personal link. Only its
 * functions' code differs.
 * @param forms the source of a module that takes the place of `forms/index.ts`, if they are not the product's
 */
export async function startOpenBackend(
  access: Access = 'anyone',
  forms = formsWith(access),
): Promise<TestBackend> {
  const bundles = new Map<string, string>();
  for (const name of Object.keys(folders)) bundles.set(name, await bundleOf(name, forms));
  return startTestBackend(undefined, (assembly) => writeBundles(assembly, bundles));
}

async function bundleOf(name: string, forms: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [resolve(project, 'amplify', name, 'handler.ts')],
    absWorkingDir: project,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    logLevel: 'error',
    plugins: [
      {
        name: 'open-forms',
        setup(bundling) {
          bundling.onResolve({ filter: /^#forms\/index\.ts$/ }, () => ({
            path: 'open-forms',
            namespace: 'open',
          }));
          bundling.onLoad({ filter: /./, namespace: 'open' }, () => ({
            contents: forms,
            resolveDir: project,
          }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
}

function writeBundles(assembly: string, bundles: ReadonlyMap<string, string>): void {
  const { resources, bundleFolderOf } = resolveAssembly(readAssembly(assembly));
  for (const [name, text] of bundles) {
    const lambda = resources.find(
      ({ type, path }) =>
        type === 'AWS::Lambda::Function' &&
        path.startsWith(`${folders[name as keyof typeof folders]}/${name}`),
    );
    if (!lambda) throw new Error(`There is no function ${name}.`);
    writeFileSync(join(bundleFolderOf(lambda), 'index.mjs'), text);
  }
}
