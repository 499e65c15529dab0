import { resolve } from 'node:path';
import { runnerImport, type Plugin } from 'vite';

const projectRoot = resolve(import.meta.dirname, '../..');

/** Fails the build of an app with an invalid form. While `npm start` runs, the synthesis of the backend checks. */
export function checkForms(folder = projectRoot): Plugin {
  return {
    name: 'formstead:check-forms',
    apply: 'build',
    async buildStart() {
      await runnerImport(resolve(folder, 'forms/check-forms-on-import.ts'));
    },
  };
}
