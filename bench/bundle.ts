import { join } from 'node:path';
import { readAssembly } from '../local/template/assembly.ts';
import { resolveAssembly } from '../local/template/resolve.ts';

/** The code that Lambda loads for the function of a stack. */
export function bundleOf(assembly: string, stack: 'api' | 'mail'): string {
  const { resources, bundleFolderOf } = resolveAssembly(readAssembly(assembly));
  const lambda = resources.find(
    ({ type, path }) => type === 'AWS::Lambda::Function' && path.startsWith(`${stack}/`),
  );
  if (!lambda) throw new Error(`There is no function in ${stack}.`);
  return join(bundleFolderOf(lambda), 'index.mjs');
}
