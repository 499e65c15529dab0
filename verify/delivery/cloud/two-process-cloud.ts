import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBackend } from '../../../packages/amplify-local/start-backend.ts';
import { startEngine } from '../../../packages/amplify-local/services/dynamodb/engine.ts';
import { fixedPorts } from '../../../e2e/testing/backend/killable-cloud.ts';
import { stablePort } from '../../../e2e/testing/backend/stable-port.ts';
import { signInAs, type SignedInPerson } from '../../../e2e/testing/backend/signed-in-person.ts';

/** A process that can be killed, and restarted with the state it left behind. */
export type KillableProcess = {
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Undefined while it is not running. */
  readonly pid: () => number | undefined;
};

/** The local cloud in two separate processes: the API with its functions, and the database. */
export type TwoProcessCloud = AsyncDisposable & {
  readonly apiOrigin: string;
  /** Of the bucket, which is in the same process as the API. */
  readonly bucketOrigin: string;
  readonly awsUrl: string;
  /** The folder with what survives a kill. */
  readonly state: string;
  readonly engineUrl: string;
  readonly people: readonly SignedInPerson[];
  readonly api: KillableProcess;
  readonly database: KillableProcess;
};

/** @param assembly the folder of the synthesized backend */
export async function startTwoProcessCloud(
  assembly: string,
  people: readonly { readonly email: string; readonly groups: string[] }[],
): Promise<TwoProcessCloud> {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-delivery-'));
  const state = join(folder, 'state');
  mkdirSync(state);
  symlinkSync(assembly, join(folder, 'cdk.out'), 'junction');
  const ports = await fixedPorts();
  const signedIn = await signInAll({ assembly, state, ports, log: () => {} }, people);

  const database = createDatabase(join(state, 'dynamodb.sqlite'), await stablePort());
  await database.start();
  const api = createApi(folder, ports, database.url);
  await api.start();
  return {
    apiOrigin: `http://localhost:${ports.api}`,
    bucketOrigin: `http://127.0.0.1:${ports.s3}`,
    awsUrl: `http://localhost:${ports.aws}`,
    state,
    engineUrl: database.url,
    people: signedIn,
    api,
    database,
    async [Symbol.asyncDispose]() {
      await api.kill();
      await database.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Before anything is killed. The tokens are valid for an hour, and after every restart. */
async function signInAll(
  setting: Parameters<typeof startBackend>[0],
  people: readonly { readonly email: string; readonly groups: string[] }[],
): Promise<readonly SignedInPerson[]> {
  const first = await startBackend(setting);
  const signedIn: SignedInPerson[] = [];
  for (const { email, groups } of people) signedIn.push(await signInAs(first, email, groups));
  await first.close();
  return signedIn;
}

function createDatabase(
  databaseFile: string,
  port: number,
): KillableProcess & { readonly url: string } {
  let engine: Awaited<ReturnType<typeof startEngine>> | undefined;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    pid: () => engine?.pid,
    async start() {
      engine = await startEngine({ databaseFile, url });
    },
    async kill() {
      if (engine?.pid === undefined) return;
      process.kill(engine.pid, 'SIGKILL');
      await engine.close();
      engine = undefined;
    },
  };
}

function createApi(folder: string, ports: object, engineUrl: string): KillableProcess {
  const script = join(import.meta.dirname, '../../../e2e/testing/backend/cloud-process.ts');
  let child: ChildProcess | undefined;
  return {
    pid: () => child?.pid,
    async start() {
      child = spawn(process.execPath, [script, folder, JSON.stringify(ports)], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, DYNAMODB_ENDPOINT: engineUrl },
      });
      const ended = once(child, 'exit').then(() => 'ended');
      if (child.stdout && (await Promise.race([once(child.stdout, 'data'), ended])) === 'ended')
        throw new Error('The local cloud did not start.');
    },
    async kill() {
      if (!child) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      child = undefined;
    },
  };
}
