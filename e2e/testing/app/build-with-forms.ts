import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startBackend } from '../../../packages/amplify-local/start-backend.ts';
import { synthesize } from '../../../packages/amplify-local/synthesis/synthesize.ts';
import { copyProject } from '../../../tools/copy-project.js';
import { launchBrowser } from '../../../tools/chromium.js';
import type { BrowserFixture } from '../browser/browser-fixture.ts';
import { recordBrowser } from '../browser/recorded-contexts.ts';
import { placeholderOrigins, withOrigins } from './app-origins.ts';
import { buildApp, serveBuilt } from './build-app.ts';

const realForms = resolve(import.meta.dirname, '../../forms');

/**
 * A backend and an app with other forms than the product's, and their Arabic.
 * @param writeForms fills in the folder that takes the place of `forms`; the default are those of `e2e/forms`
 */
export async function openFormsFixture(
  writeForms?: (formsFolder: string) => void,
): Promise<BrowserFixture> {
  await using opened = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), 'formstead-forms-'));
  opened.defer(() => rmSync(folder, { recursive: true, force: true }));
  const prebuilt = writeForms ? undefined : process.env['FORMS_APP'];
  const built = prebuilt ?? (await buildWithForms(folder, writeForms));
  const assembly = join(folder, 'assembly');
  cpSync(join(built, 'cdk.out'), assembly, { recursive: true });
  const log: string[] = [];
  const cloud = await startBackend({
    assembly,
    state: join(folder, 'state'),
    ports: { api: 0, cognito: 0, inbox: 0, aws: 0, s3: 0 },
    log: (line) => void log.push(line),
  });
  opened.defer(() => cloud.close());
  const { apiUrl, cognito, s3 } = cloud;
  const origins = { api: new URL(apiUrl).origin, cognito: cognito.url, files: s3.url };
  const app = opened.use(
    await serveBuilt(join(built, 'dist'), {
      origins,
      headersFile: join(built, 'customHttp.yml'),
    }),
  );
  const browser = opened.adopt(recordBrowser(await launchBrowser()), (it) => it.close());
  const parts = opened.move();
  return {
    backend: { cloud, folder, log, [Symbol.asyncDispose]: async () => {} },
    appUrl: app.url,
    browser,
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

/** Synthesizes the backend into `cdk.out` and builds the app into `dist`. Returns the folder. */
export async function buildWithForms(
  folder: string,
  writeForms = (formsFolder: string) => cpSync(realForms, formsFolder, { recursive: true }),
): Promise<string> {
  const projectFolder = copyProject();
  writeForms(join(projectFolder, 'forms'));
  const assembly = join(folder, 'cdk.out');
  const synthesis = await synthesize(assembly, { projectFolder });
  if (!synthesis.ok) throw new Error(synthesis.message);
  const cloud = await startBackend({
    assembly,
    state: join(folder, 'first-state'),
    ports: { api: 0, cognito: 0, inbox: 0, aws: 0, s3: 0 },
    log: () => {},
  });
  const outputs = withOrigins(await cloud.outputs(), placeholderOrigins);
  await cloud.close();
  await buildApp({ outputs, outDir: join(folder, 'dist'), projectFolder });
  cpSync(join(projectFolder, 'customHttp.yml'), join(folder, 'customHttp.yml'));
  rmSync(projectFolder, { recursive: true });
  return folder;
}
