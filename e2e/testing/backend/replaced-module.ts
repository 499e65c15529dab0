import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { readAssembly } from '../../../packages/amplify-local/template/assembly.ts';
import { resolveAssembly } from '../../../packages/amplify-local/resolve-assembly.ts';

const project = resolve(import.meta.dirname, '../../..');

type Replacement = {
  /** As it is imported: `#forms/index.ts`. */
  readonly module: string;
  /** The source that takes its place. It may import from the root of the project. */
  readonly source: string;
};

/** A function of the backend: its stack, and the folder of its code in `amplify`, if that has another name. */
type ChangedFunction = { readonly stack: string; readonly folder?: string };

/**
 * Bundles functions again with another module in place of one of the project's.
 * @returns writes them into a synthesized backend
 */
export async function replaceModule(
  functions: Readonly<Record<string, ChangedFunction>>,
  replacement: Replacement,
): Promise<(assembly: string) => void> {
  const bundles = new Map<string, string>();
  for (const [name, { folder = name }] of Object.entries(functions))
    bundles.set(name, await bundleOf(folder, replacement));
  return (assembly) => {
    const { resources, bundleFolderOf } = resolveAssembly(readAssembly(assembly));
    for (const [name, text] of bundles) {
      const start = `${functions[name]?.stack}/${name}`;
      const lambda = resources.find(
        ({ type, path }) => type === 'AWS::Lambda::Function' && path.startsWith(start),
      );
      if (!lambda) throw new Error(`There is no function ${name}.`);
      writeFileSync(join(bundleFolderOf(lambda), 'index.mjs'), text);
    }
  };
}

async function bundleOf(folder: string, { module, source }: Replacement): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [resolve(project, 'amplify', folder, 'handler.ts')],
    absWorkingDir: project,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    logLevel: 'error',
    plugins: [
      {
        name: 'replaced-module',
        setup(bundling) {
          bundling.onResolve({ filter: /^#forms\// }, ({ path }) =>
            path === module ? { path, namespace: 'replaced' } : undefined,
          );
          bundling.onLoad({ filter: /./, namespace: 'replaced' }, () => ({
            contents: source,
            resolveDir: project,
          }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
}
