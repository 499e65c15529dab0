import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud, type Cloud } from '../../local/cloud.ts';
import { serveApp, serveBuilt } from '../app.ts';
import { fixedPorts } from '../killable.ts';
import { rowsIn } from '../rows.ts';
import { synthesizedIn } from '../world.ts';

/** The local cloud and the web server of the built app, all of which can be gone for a while. */
export type Servers = AsyncDisposable & {
  readonly appUrl: string;
  readonly apiUrl: string;
  readonly createPerson: Cloud['cognito']['createPerson'];
  /** The first names somebody has in the table, read past the API. */
  storedFrom(username: string): Promise<readonly unknown[]>;
  stop(): Promise<void>;
  /** On the same ports, with the same accounts and entries; nothing if they never stopped. */
  startAgain(): Promise<void>;
};

export async function openServers(): Promise<Servers> {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-browsers-'));
  const setting = {
    assembly: await synthesizedIn(folder),
    state: join(folder, 'state'),
    ports: await fixedPorts(),
    log: () => {},
  };
  let cloud = await startCloud(setting);
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
    async storedFrom(username) {
      const own = (await rowsIn(cloud)).filter((row) => row['username'] === username);
      return own.map(({ answers }) => (answers as { readonly fname?: unknown }).fname);
    },
    stop,
    async startAgain() {
      if (isRunning) return;
      cloud = await startCloud(setting);
      app = await serveBuilt(join(folder, 'dist'), { port: Number(new URL(appUrl).port) });
      isRunning = true;
    },
    async [Symbol.asyncDispose]() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
