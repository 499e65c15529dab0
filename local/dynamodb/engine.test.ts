import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { anyFreePlace } from '../ports.ts';
import { engineBinary, engineVersion } from './binary.ts';
import { callEngine } from './call.ts';
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

/** A program that starts an engine as `npm start` would, and the engine it started. */
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

test('what was written is there after a restart', async () => {
  const databaseFile = newDatabase();
  const first = await running(databaseFile);
  await createNotes(first);
  await write(first, 'kept');
  await first.close();
  expect(await isAnswering(first.url)).toBe(false);
  expect(await written(await running(databaseFile))).toEqual(new Set(['kept']));
});

test('where somebody was faster the engine listens elsewhere', async () => {
  const other = await running(newDatabase());
  const places = [new URL(other.url).host];
  const engine = await startEngine({
    databaseFile: newDatabase(),
    findPlace: async () => places.shift() ?? anyFreePlace(),
  });
  onTestFinished(engine.close);
  expect(engine.url).not.toBe(other.url);
  expect(await isAnswering(engine.url)).toBe(true);
});

test('closing an engine twice is closing it', async () => {
  const engine = await running(newDatabase());
  await engine.close();
  await expect(engine.close()).resolves.toBeUndefined();
});

test('an engine killed while people write keeps every write it acknowledged', async () => {
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

test('an engine whose parent is killed ends too, and the next one starts on its data', async () => {
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
  'Ctrl-C reaches whoever started the engine, not the engine',
  async () => {
    const { parent, url } = await parentWithEngine(newDatabase());
    process.kill(-parent, 'SIGINT');
    await sleep(100);
    expect(await isAnswering(url)).toBe(true);
  },
);

test('an engine listens where it is told to, and says so when somebody else does', async () => {
  const first = await running(newDatabase());
  const { url } = first;
  await expect(running(newDatabase(), url)).rejects.toThrow(
    new RegExp(`engine did not start: .*${new URL(url).port} is already in use`),
  );
  await first.close();
  expect((await running(newDatabase(), url)).url).toBe(url);
});

test('a file that is no database is told of', async () => {
  const databaseFile = join(mkdtempSync(join(tmpdir(), 'formstead-db-')), 'local.db');
  writeFileSync(databaseFile, 'not a database '.repeat(100));
  await expect(running(databaseFile)).rejects.toThrow(/did not start: .*not a valid SQLite/);
});

test('a machine without the engine is told what to install, or to name another', () => {
  expect(() => engineBinary({ platform: 'plan9', arch: 'mips' })).toThrow(
    /plan9-mips is not installed.*npm install --no-save @dynoxide\/plan9-mips@1\.2\.1.*DYNAMODB_ENDPOINT/,
  );
});

test('the engine to install by hand is the one package.json installs', () => {
  const house = join(import.meta.dirname, '../../package.json');
  const { optionalDependencies } = JSON.parse(readFileSync(house, 'utf8')) as {
    optionalDependencies: { [name: string]: string };
  };
  expect(optionalDependencies['@dynoxide/linux-x64']).toBe(engineVersion);
});

test('with DYNAMODB_ENDPOINT that engine is used and left running', async () => {
  const other = await running(newDatabase());
  vi.stubEnv('DYNAMODB_ENDPOINT', `${other.url}/`);
  const engine = await running(newDatabase());
  expect(engine).toMatchObject({ url: other.url, pid: undefined });
  await engine.close();
  expect(await isAnswering(other.url)).toBe(true);
});

test('a DYNAMODB_ENDPOINT where nothing answers is told of at once', async () => {
  vi.stubEnv('DYNAMODB_ENDPOINT', 'http://127.0.0.1:9');
  await expect(running(newDatabase())).rejects.toThrow(
    'DYNAMODB_ENDPOINT is http://127.0.0.1:9, but nothing answers there.',
  );
});
