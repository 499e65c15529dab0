import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBackend, type LocalBackend } from '../../packages/amplify-local/start-backend.ts';
import { serveApp, serveBuilt } from '../../e2e/testing/app/build-app.ts';
import { fixedPorts } from '../../e2e/testing/backend/killable-cloud.ts';
import { tableRows } from '../../e2e/testing/backend/table-rows.ts';
import { synthesizeInto } from '../../e2e/testing/backend/test-backend.ts';

/** The local cloud and the web server of the built app, which can all be stopped for a while. */
export type StoppableServers = AsyncDisposable & {
  readonly appUrl: string;
  readonly apiUrl: string;
  readonly createPerson: LocalBackend['cognito']['createPerson'];
  /** A person's first names in the table, read without the API. */
  firstNamesOf(username: string): Promise<readonly unknown[]>;
  stop(): Promise<void>;
  /** On the same ports, with the same accounts and entries. Does nothing if they were not stopped. */
  startAgain(): Promise<void>;
};

export async function openServers(): Promise<StoppableServers> {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-browsers-'));
  const cloudOptions = {
    assembly: await synthesizeInto(folder),
    state: join(folder, 'state'),
    ports: await fixedPorts(),
    log: () => {},
  };
  let cloud = await startBackend(cloudOptions);
  let app = await serveApp({ cloud, folder });
  let isRunning = true;
  const { url: appUrl } = app;

  async function stop(): Promise<void> {
    if (!isRunning) return;
    isRunning = false;
    await app[Symbol.asyncDispose]();
    await cloud.close();
  }

  return {
    appUrl,
    apiUrl: cloud.apiUrl,
    createPerson: (person) => cloud.cognito.createPerson(person),
    async firstNamesOf(username) {
      const own = (await tableRows(cloud)).filter((row) => row['username'] === username);
      return own.map(({ answers }) => (answers as { readonly fname?: unknown }).fname);
    },
    stop,
    async startAgain() {
      if (isRunning) return;
      cloud = await startBackend(cloudOptions);
      app = await serveBuilt(join(folder, 'dist'), { port: Number(new URL(appUrl).port) });
      isRunning = true;
    },
    async [Symbol.asyncDispose]() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
