import { resolve } from 'node:path';
import { runnerImport, type Plugin } from 'vite';
import { readOutputs } from './outputs.ts';

const house = resolve(import.meta.dirname, '../..');
const file = 'openapi.json';

/** Serves `/openapi.json`, and writes it beside the built app: the API as other programs read of it. */
export function openApiFile(): Plugin {
  return {
    name: 'formstead:openapi',
    configureServer({ middlewares }) {
      middlewares.use(`/${file}`, (_, response, next) => {
        const send = (source: string) =>
          response.setHeader('Content-Type', 'application/json').end(source);
        described().then(send, next);
      });
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: file, source: await described() });
    },
  };
}

/** Read anew each time, and not imported: Vite would start again with every change of a form. */
async function described(): Promise<string> {
  const core = await runnerImport<typeof import('../../core/openapi.ts')>(
    resolve(house, 'core/openapi.ts'),
  );
  const listed = await runnerImport<typeof import('../../forms/index.ts')>(
    resolve(house, 'forms/index.ts'),
  );
  const url = readOutputs().custom.API.formstead.endpoint;
  const document = core.module.openApi({ forms: listed.module.forms, url });
  return `${JSON.stringify(document)}\n`;
}
