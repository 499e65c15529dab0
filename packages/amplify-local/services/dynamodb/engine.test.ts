import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { anyFreeAddress } from '../../machine/free-ports.ts';
import { engineBinary, engineVersion } from './engine-binary.ts';
import { callEngine } from './call-engine.ts';
import { startEngine, type Engine } from './engine.ts';

beforeEach(() => {
  vi.stubEnv('DYNAMODB_ENDPOINT', '');
  return () => vi.unstubAllEnvs();
});

const newDatabase = (): string =>
  join(mkdtempSync(join(tmpdir(), 'formstead db ')), 'deep/local.db');

async function running(databaseFile: string, url?: string): Promise<Engine> {
  const engine = await startEngine({ databaseFile, ...(url && { url }) });
  onTestFinished(engine.close);
  return engine;
}

async function createNotes({ url }: Engine): Promise<void> {
  await callEngine(url, 'CreateTable', {
    TableName: 'Notes',
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  });
}

const write = ({ url }: Engine, id: string): Promise<unknown> =>
  callEngine(url, 'PutItem', { TableName: 'Notes', Item: { id: { S: id } } });

async function written({ url }: Engine): Promise<Set<string>> {
  const { Items } = await callEngine<{ Items: { id: { S: string } }[] }>(url, 'Scan', {
    TableName: 'Notes',
  });
  return new Set(Items.map(({ id }) => id.S));
}

async function isAnswering(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

/** A program that starts an engine like `npm start`, and the engine's process. */
async function parentWithEngine(databaseFile: string): Promise<{ parent: number; url: string }> {
  const script = `
    import { startEngine } from ${JSON.stringify(join(import.meta.dirname, 'engine.ts'))};
    process.on('SIGINT', () => {});
    const { url } = await startEngine({ databaseFile: process.argv[1] });
    console.log(url);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, databaseFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { parent: child.pid ?? 0, url: line.toString().trim() };
}

test('data survives a restart', async () => {
  const databaseFile = newDatabase();
  const first = await running(databaseFile);
  await createNotes(first);
  await write(first, 'kept');
  await first.close();
  expect(await isAnswering(first.url)).toBe(false);
  expect(await written(await running(databaseFile))).toEqual(new Set(['kept']));
});

test('if its address was just taken, the engine listens elsewhere', async () => {
  const other = await running(newDatabase());
  const addresses = [new URL(other.url).host];
  const engine = await startEngine({
    databaseFile: newDatabase(),
    findAddress: async () => addresses.shift() ?? anyFreeAddress(),
  });
  onTestFinished(engine.close);
  expect(engine.url).not.toBe(other.url);
  expect(await isAnswering(engine.url)).toBe(true);
});

test('an engine can be closed twice', async () => {
  const engine = await running(newDatabase());
  await engine.close();
  await expect(engine.close()).resolves.toBeUndefined();
});

test('a killed engine keeps every acknowledged write', async () => {
  const databaseFile = newDatabase();
  const engine = await running(databaseFile);
  await createNotes(engine);
  const acknowledged: string[] = [];
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let n = 0; ; n += 1) {
      await write(engine, `${writer}-${n}`);
      acknowledged.push(`${writer}-${n}`);
      if (acknowledged.length === 100) process.kill(engine.pid ?? 0, 'SIGKILL');
    }
  });
  await Promise.allSettled(writers);
  expect(acknowledged.length).toBeGreaterThanOrEqual(100);
  const after = await written(await running(databaseFile));
  expect(acknowledged.filter((id) => !after.has(id))).toEqual([]);
});

test('an engine ends when its parent is killed, and the next one starts with its data', async () => {
  const databaseFile = newDatabase();
  const { parent, url } = await parentWithEngine(databaseFile);
  const orphan: Engine = { url, pid: undefined, close: async () => {} };
  await createNotes(orphan);
  await write(orphan, 'kept');
  process.kill(parent, 'SIGKILL');
  while (await isAnswering(url)) await sleep(10);
  expect(await written(await running(databaseFile))).toEqual(new Set(['kept']));
});

test.skipIf(process.platform === 'win32')(
  'Ctrl-C reaches the engine’s parent, not the engine',
  async () => {
    const { parent, url } = await parentWithEngine(newDatabase());
    process.kill(-parent, 'SIGINT');
    await sleep(100);
    expect(await isAnswering(url)).toBe(true);
  },
);

test('an engine listens at the given address, or fails if it is taken', async () => {
  const first = await running(newDatabase());
  const { url } = first;
  await expect(running(newDatabase(), url)).rejects.toThrow(
    new RegExp(`engine did not start: .*${new URL(url).port} is already in use`),
  );
  await first.close();
  expect((await running(newDatabase(), url)).url).toBe(url);
});

test('a file that is not a database is reported', async () => {
  const databaseFile = join(mkdtempSync(join(tmpdir(), 'formstead-db-')), 'local.db');
  writeFileSync(databaseFile, 'not a database '.repeat(100));
  await expect(running(databaseFile)).rejects.toThrow(/did not start: .*not a valid SQLite/);
});

test('without the engine, the error says what to install or how to use another one', () => {
  expect(() => engineBinary({ platform: 'plan9', arch: 'mips' })).toThrow(
    /plan9-mips is not installed.*npm install --no-save @dynoxide\/plan9-mips@1\.2\.1.*DYNAMODB_ENDPOINT/,
  );
});

test('the error names the same version of the engine as package.json', () => {
  const packageFile = join(import.meta.dirname, '../../package.json');
  const { optionalDependencies } = JSON.parse(readFileSync(packageFile, 'utf8')) as {
    optionalDependencies: { [name: string]: string };
  };
  expect(optionalDependencies['@dynoxide/linux-x64']).toBe(engineVersion);
});

test('an engine at DYNAMODB_ENDPOINT is used and left running', async () => {
  const other = await running(newDatabase());
  vi.stubEnv('DYNAMODB_ENDPOINT', `${other.url}/`);
  const engine = await running(newDatabase());
  expect(engine).toMatchObject({ url: other.url, pid: undefined });
  await engine.close();
  expect(await isAnswering(other.url)).toBe(true);
});

test('a DYNAMODB_ENDPOINT where nothing answers is reported at once', async () => {
  vi.stubEnv('DYNAMODB_ENDPOINT', 'http://127.0.0.1:9');
  await expect(running(newDatabase())).rejects.toThrow(
    'DYNAMODB_ENDPOINT is http://127.0.0.1:9, but nothing answers there.',
  );
});
