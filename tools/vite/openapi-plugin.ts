import { resolve } from 'node:path';
import { runnerImport, type Plugin } from 'vite';
import { brand } from '../../brand/brand.ts';
import { readOutputs } from './outputs-plugin.ts';

const projectRoot = resolve(import.meta.dirname, '../..');
const file = 'openapi.json';

/** Serves `/openapi.json`, the description of the API, and writes it next to the built app. */
export function openApiFile(): Plugin {
  return {
    name: 'formstead:openapi',
    configureServer({ middlewares }) {
      middlewares.use(`/${file}`, (_, response, next) => {
        const send = (source: string) =>
          response.setHeader('Content-Type', 'application/json').end(source);
        openApiText().then(send, next);
      });
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: file, source: await openApiText() });
    },
  };
}

/** Read each time, not imported: Vite would restart whenever a form changes. */
async function openApiText(): Promise<string> {
  const core = await runnerImport<typeof import('../../core/api/openapi-document.ts')>(
    resolve(projectRoot, 'core/api/openapi-document.ts'),
  );
  const listed = await runnerImport<typeof import('../../forms/index.ts')>(
    resolve(projectRoot, 'forms/index.ts'),
  );
  const url = readOutputs().custom.API.formstead.endpoint;
  const document = core.module.openApi({
    title: brand.name,
    forms: listed.module.forms,
    url,
  });
  return `${JSON.stringify(document)}\n`;
}
