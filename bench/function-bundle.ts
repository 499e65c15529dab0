import { join } from 'node:path';
import { readAssembly } from '../packages/amplify-local/template/assembly.ts';
import { resolveAssembly } from '../packages/amplify-local/resolve-assembly.ts';

/** The code that Lambda loads for a stack's function. */
export function functionBundle(assembly: string, stack: 'api' | 'mail'): string {
  const { resources, bundleFolderOf } = resolveAssembly(readAssembly(assembly));
  const lambda = resources.find(
    ({ type, path }) => type === 'AWS::Lambda::Function' && path.startsWith(`${stack}/`),
  );
  if (!lambda) throw new Error(`There is no function in ${stack}.`);
  return join(bundleFolderOf(lambda), 'index.mjs');
}
