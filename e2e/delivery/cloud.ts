import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud } from '../../local/cloud.ts';
import { startEngine } from '../../local/dynamodb/engine.ts';
import { fixedPorts } from '../killable.ts';
import { steadyPort } from '../steady-port.ts';
import { signInAs, type Person } from '../person.ts';

/** What can be killed, and started again on what it left behind. */
export type Victim = {
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Nothing while it is dead. */
  readonly pid: () => number | undefined;
};

/** The local cloud in two processes of its own: the API with its functions, and the database. */
export type MortalCloud = AsyncDisposable & {
  readonly apiOrigin: string;
  readonly engineUrl: string;
  readonly people: readonly Person[];
  readonly api: Victim;
  readonly database: Victim;
};

/** @param assembly the backend, synthesized */
export async function openMortalCloud(
  assembly: string,
  people: readonly { readonly email: string; readonly groups: string[] }[],
): Promise<MortalCloud> {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-delivery-'));
  const state = join(folder, 'state');
  mkdirSync(state);
  symlinkSync(assembly, join(folder, 'cdk.out'), 'junction');
  const ports = await fixedPorts();
  const signedIn = await signInAll({ assembly, state, ports, log: () => {} }, people);

  const database = createDatabase(join(state, 'dynamodb.sqlite'), await steadyPort());
  await database.start();
  const api = createApi(folder, ports, database.url);
  await api.start();
  return {
    apiOrigin: `http://localhost:${ports.api}`,
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

/** Before anything is killed. Their tokens are good for an hour, and for every later start. */
async function signInAll(
  setting: Parameters<typeof startCloud>[0],
  people: readonly { readonly email: string; readonly groups: string[] }[],
): Promise<readonly Person[]> {
  const first = await startCloud(setting);
  const signedIn: Person[] = [];
  for (const { email, groups } of people) signedIn.push(await signInAs(first, email, groups));
  await first.close();
  return signedIn;
}

function createDatabase(databaseFile: string, port: number): Victim & { readonly url: string } {
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

function createApi(folder: string, ports: object, engineUrl: string): Victim {
  const script = join(import.meta.dirname, '..', 'cloud-process.ts');
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
