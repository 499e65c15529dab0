import { resolve } from 'node:path';
import { runnerImport, type Plugin } from 'vite';

const house = resolve(import.meta.dirname, '../..');

/** Builds no app with a form that could not work. While `npm start` runs, the backend's synthesis looks. */
export function wellFormedForms(folder = house): Plugin {
  return {
    name: 'formstead:well-formed-forms',
    apply: 'build',
    async buildStart() {
      const { module } = await runnerImport<typeof import('../../forms/well-formed.ts')>(
        resolve(folder, 'forms/well-formed.ts'),
      );
      module.refuseMalformedForms();
    },
  };
}
