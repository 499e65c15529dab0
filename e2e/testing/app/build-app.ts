import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startStaticHosting, type HostingOptions } from './static-hosting.ts';
import { prebuiltApp } from './prebuilt-app.ts';
import type { TestBackend } from '../backend/test-backend.ts';

/** The production build of the app for a test backend, served like a real host would. */
export type ServedApp = AsyncDisposable & { readonly url: string };

/** Serves the app that was built once for all tests, or builds one for this backend. */
export async function serveApp({
  cloud,
  folder,
}: Pick<TestBackend, 'cloud' | 'folder'>): Promise<ServedApp> {
  const built = prebuiltApp();
  if (built !== undefined) {
    const { apiUrl, cognito, s3 } = cloud;
    const origins = { api: new URL(apiUrl).origin, cognito: cognito.url, files: s3.url };
    return serveBuilt(built, { origins });
  }
  const outDir = join(folder, 'dist');
  await buildApp({ outputs: await cloud.outputs(), outDir });
  return serveBuilt(outDir);
}

type BuildOptions = {
  /** The `amplify_outputs.json` that the app is built with. */
  readonly outputs: object;
  readonly outDir: string;
  /** The project to build. Default: this one. */
  readonly projectFolder?: string;
};

/** Runs `vite build`, as a deployment does. */
export async function buildApp({
  outputs,
  outDir,
  projectFolder = '.',
}: BuildOptions): Promise<void> {
  const file = `${outDir}-outputs.json`;
  writeFileSync(file, JSON.stringify(outputs));
  const command = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'];
  const built = await promisify(execFile)(
    process.execPath,
    [...command, '--emptyOutDir', '--outDir', outDir],
    {
      cwd: resolve(projectFolder),
      // With vitest's own "test", the service worker would include debugging code.
      env: { ...process.env, NODE_ENV: 'production', AMPLIFY_OUTPUTS: file },
    },
  );
  // Whoever runs `npm run preview` would see it, too.
  const printed = built.stdout + built.stderr;
  if (/\bWARN\b|deprecated/.test(printed)) throw new Error(`The build warns: ${printed}`);
}

export async function serveBuilt(outDir: string, options: HostingOptions = {}): Promise<ServedApp> {
  const server = await startStaticHosting(outDir, options);
  return {
    url: `http://localhost:${server.port}`,
    [Symbol.asyncDispose]: () => server.close(),
  };
}
