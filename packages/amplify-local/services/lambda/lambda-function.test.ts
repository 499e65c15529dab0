import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, test, expect } from 'vitest';
import { createFunction } from './lambda-function.ts';
import type { LambdaSettings } from './lambda-settings.ts';

type TestSettings = Partial<LambdaSettings> & { file?: string; concurrency?: number };

/** A function with this source as its bundle, and every line it logs. */
function functionOf(
  source: string,
  { file = 'index.mjs', concurrency, ...overrides }: TestSettings = {},
) {
  const bundleFolder = overrides.bundleFolder ?? mkdtempSync(join(tmpdir(), 'lambda-'));
  writeFileSync(join(bundleFolder, file), source);
  const lines: string[] = [];
  const settings: LambdaSettings = {
    name: 'greeter',
    bundleFolder,
    handler: 'index.handler',
    environment: {},
    timeoutSeconds: 60,
    memoryMegabytes: 128,
    runtime: 'nodejs24.x',
    ...overrides,
  };
  const log = (line: string) => lines.push(line);
  const it = createFunction(settings, concurrency ? { log, concurrency } : { log });
  onTestFinished(() => it.close());
  return { ...it, lines, settings };
}

const sleep = `const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));`;

test('a function returns a result for its event', async () => {
  const { invoke } = functionOf(`export const handler = async (event) => ({ hello: event.name });`);
  expect(await invoke({ name: 'Ada' }, 'r1')).toEqual({ ok: true, payload: { hello: 'Ada' } });
});

test('a result is converted to JSON: dates become text, undefined is left out or null', async () => {
  const dates = functionOf(
    `export const handler = async () => ({ at: new Date(0), no: undefined });`,
  );
  const payload = { at: '1970-01-01T00:00:00.000Z' };
  expect(await dates.invoke({}, 'r1')).toEqual({ ok: true, payload });
  const nothing = functionOf(`export const handler = async () => {};`);
  expect(await nothing.invoke({}, 'r1')).toEqual({ ok: true, payload: null });
});

test('a function sees its own environment and nothing of this machine’s', async () => {
  process.env['SECRET_OF_THE_HOST'] = 'leaked';
  onTestFinished(() => {
    delete process.env['SECRET_OF_THE_HOST'];
  });
  const { invoke, settings } = functionOf(
    `export const handler = async () => ({ env: { ...process.env }, argv: process.argv.length, execArgv: process.execArgv });`,
    {
      environment: { TABLE_NAME: 'Entries', AWS_ACCESS_KEY_ID: 'ASIALOCAL' },
      memoryMegabytes: 256,
    },
  );
  expect(await invoke({}, 'r1')).toMatchObject({
    ok: true,
    payload: {
      env: {
        TABLE_NAME: 'Entries',
        AWS_ACCESS_KEY_ID: 'ASIALOCAL',
        AWS_REGION: 'us-east-1',
        AWS_LAMBDA_FUNCTION_NAME: 'greeter',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
        LAMBDA_TASK_ROOT: settings.bundleFolder,
        _HANDLER: 'index.handler',
        TZ: ':UTC',
      },
      execArgv: [],
    },
  });
  const invocation = await invoke({}, 'r2');
  const { env } = (invocation as unknown as { payload: { env: object } }).payload;
  expect(Object.keys(env)).toHaveLength(10);
});

test('the context names the request, the function and the time that is left', async () => {
  const { invoke } = functionOf(
    `export const handler = async (_, context) => ({ ...context, left: context.getRemainingTimeInMillis() });`,
    { timeoutSeconds: 7 },
  );
  const invocation = await invoke({}, 'r1');
  expect(invocation).toMatchObject({
    payload: {
      awsRequestId: 'r1',
      functionName: 'greeter',
      functionVersion: '$LATEST',
      memoryLimitInMB: '128',
      invokedFunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:greeter',
    },
  });
  const { left } = (invocation as unknown as { payload: { left: number } }).payload;
  expect(left).toBeGreaterThan(6000);
  expect(left).toBeLessThanOrEqual(7000);
});

test('its output is logged line by line with its request id', async () => {
  const { invoke, lines } = functionOf(`
    export const handler = async ({ name }) => {
      console.log('hello\\n' + name);
      console.error('careful');
      process.stdout.write('no line ');
      process.stdout.write('end');
    };`);
  await invoke({ name: 'Ada' }, 'r1');
  await invoke({ name: 'Bob' }, 'r2');
  expect(lines).toEqual([
    'r1 hello',
    'r1 Ada',
    'r1 careful',
    'r1 no line end',
    'r2 hello',
    'r2 Bob',
    'r2 careful',
    'r2 no line end',
  ]);
});

test('a function in an endless loop is stopped at its timeout, keeping its log', async () => {
  const { invoke, lines } = functionOf(
    `export const handler = async ({ loop }) => { console.log('in'); while (loop) {} return 'fine'; };`,
    { timeoutSeconds: 2 },
  );
  expect(await invoke({ loop: true }, 'r1')).toEqual({ ok: false, reason: 'timed out' });
  expect(lines).toEqual(['r1 in', 'r1 Task timed out after 2.00 seconds']);
  expect(await invoke({ loop: false }, 'r2')).toEqual({ ok: true, payload: 'fine' });
});

test('a function that never answers times out', async () => {
  const { invoke } = functionOf(`export const handler = () => new Promise(() => {});`, {
    timeoutSeconds: 0.2,
  });
  expect(await invoke({}, 'r1')).toEqual({ ok: false, reason: 'timed out' });
});

test('loading a slow bundle is not counted against the timeout', async () => {
  const { invoke } = functionOf(`${sleep} await sleep(2500); export const handler = () => 'up';`, {
    timeoutSeconds: 2,
  });
  expect(await invoke({}, 'r1')).toEqual({ ok: true, payload: 'up' });
});

test('a function that throws fails, is logged and keeps its worker', async () => {
  const { invoke, lines } = functionOf(`
    let calls = 0;
    export const handler = async () => { calls += 1; if (calls === 1) throw new TypeError('no such unicorn'); return calls; };`);
  expect(await invoke({}, 'r1')).toEqual({ ok: false, reason: 'threw' });
  expect(lines[0]).toBe('r1 Invoke Error TypeError: no such unicorn');
  expect(await invoke({}, 'r2')).toEqual({ ok: true, payload: 2 });
});

test('a result that cannot be JSON is a failure', async () => {
  const { invoke } = functionOf(
    `export const handler = async () => { const loop = {}; loop.loop = loop; return loop; };`,
  );
  expect(await invoke({}, 'r1')).toEqual({ ok: false, reason: 'threw' });
});

test('an uncaught error ends the worker, and the next request gets a new one', async () => {
  const { invoke, lines } = functionOf(`
    export const handler = async ({ crash }) => {
      if (crash) { setTimeout(() => { throw new Error('later'); }, 1); await new Promise(() => {}); }
      return 'fine';
    };`);
  expect(await invoke({ crash: true }, 'r1')).toEqual({ ok: false, reason: 'threw' });
  expect(lines[0]).toBe('r1 Error: later');
  expect(await invoke({ crash: false }, 'r2')).toEqual({ ok: true, payload: 'fine' });
});

test('a function that calls process.exit ends only itself', async () => {
  const { invoke, lines } = functionOf(
    `export const handler = async ({ exit }) => { if (exit) process.exit(0); return 'fine'; };`,
  );
  expect(await invoke({ exit: true }, 'r1')).toEqual({ ok: false, reason: 'exited' });
  expect(lines).toEqual(['r1 Runtime exited without providing a reason']);
  expect(await invoke({ exit: false }, 'r2')).toEqual({ ok: true, payload: 'fine' });
});

test('a function that runs out of memory ends only itself', async () => {
  const { invoke, lines } = functionOf(`
    const eaten = [];
    export const handler = async ({ eat }) => { while (eat) eaten.push(new Array(100_000).fill(1.5)); return 'fine'; };`);
  expect(await invoke({ eat: true }, 'r1')).toEqual({ ok: false, reason: 'out of memory' });
  expect(lines).toEqual(['r1 Out of memory: 128 MB were not enough']);
  expect(await invoke({ eat: false }, 'r2')).toEqual({ ok: true, payload: 'fine' });
});

test('a result longer than Lambda accepts is a failure', async () => {
  const { invoke, lines } = functionOf(
    `export const handler = async ({ length }) => 'x'.repeat(length - 2);`,
  );
  expect(await invoke({ length: 6_291_556 }, 'r1')).toMatchObject({ ok: true });
  const tooLong = { ok: false, reason: 'payload too large' };
  expect(await invoke({ length: 6_291_557 }, 'r2')).toEqual(tooLong);
  expect(lines).toEqual(['r2 Response payload size exceeded 6291556 bytes']);
});

test.each([
  ['breaks while loading', `throw new Error('no disk');`, 'Error: no disk'],
  [
    'exports no handler',
    `export const other = 1;`,
    'Error: Runtime.HandlerNotFound: index.handler',
  ],
  [
    'wants a callback',
    `export const handler = (event, context, callback) => callback(null, 1);`,
    'Error: Runtime.CallbackHandlerDeprecated',
  ],
])('a bundle that %s fails with the reason', async (_, source, why) => {
  const { invoke, lines } = functionOf(source);
  expect(await invoke({}, 'r1')).toEqual({ ok: false, reason: 'could not start' });
  expect(lines[0]).toContain(`r1 ${why}`);
});

test('a function without its bundle fails with the reason', async () => {
  const { invoke, lines } = functionOf('', { handler: 'main.handler' });
  expect(await invoke({}, 'r1')).toEqual({ ok: false, reason: 'could not start' });
  expect(lines[0]).toContain(`r1 Error: Runtime.ImportModuleError: Cannot find module 'main'`);
});

test('an idle worker is reused', async () => {
  const { invoke } = functionOf(`let calls = 0; export const handler = async () => ++calls;`);
  await invoke({}, 'r1');
  expect(await invoke({}, 'r2')).toEqual({ ok: true, payload: 2 });
});

test('requests beyond the limit wait for a free worker', async () => {
  const { invoke } = functionOf(
    `${sleep} let calls = 0; export const handler = async () => { await sleep(50); return ++calls; };`,
    { concurrency: 2 },
  );
  const invocations = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => invoke({}, `r${n}`)));
  const calls = invocations.map((one) => (one.ok ? Number(one.payload) : 0));
  expect(calls.filter((call) => call === 1)).toHaveLength(2);
  expect(calls.every((call) => call > 0)).toBe(true);
});

test('a bundle that keeps running after its result blocks neither the queue nor the program’s exit', () => {
  const { settings } = functionOf(
    `setInterval(() => {}, 60_000); export const handler = async () => 'fine';`,
  );
  const program = `
    import { createFunction } from ${JSON.stringify(new URL('lambda-function.ts', import.meta.url).href)};
    const { invoke } = createFunction(${JSON.stringify(settings)}, { log: () => {} });
    process.stdout.write(JSON.stringify(await invoke({}, 'r1')));`;
  const message = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    timeout: 100_000,
  });
  expect(message).toBe('{"ok":true,"payload":"fine"}');
});

test('closing finishes running and queued requests and accepts no others', async () => {
  const { invoke, close } = functionOf(
    `${sleep} export const handler = async () => { await sleep(100); return 'done'; };`,
    { concurrency: 1 },
  );
  // Starting a worker may take longer than the moment in which a function may finish.
  await invoke({}, 'r0');
  const accepted = [invoke({}, 'r1'), invoke({}, 'r2')];
  const closing = close();
  expect(await invoke({}, 'r3')).toEqual({ ok: false, reason: 'closed' });
  await closing;
  const done = { ok: true, payload: 'done' };
  expect(await Promise.all(accepted)).toEqual([done, done]);
});

test('an index.js is CommonJS whatever a package.json above it says', async () => {
  const above = mkdtempSync(join(tmpdir(), 'lambda-'));
  writeFileSync(join(above, 'package.json'), `{ "type": "module" }`);
  const bundleFolder = join(above, 'asset');
  mkdirSync(bundleFolder);
  const { invoke } = functionOf(`exports.handler = async () => typeof module;`, {
    file: 'index.js',
    bundleFolder,
  });
  expect(await invoke({}, 'r1')).toEqual({ ok: true, payload: 'object' });
});

test('a bundle may import the AWS SDK, which Lambda’s runtime includes', async () => {
  const { invoke } = functionOf(`
    const { SSM } = await import('@aws-sdk/client-ssm');
    export const handler = async () => typeof SSM;`);
  expect(await invoke({}, 'r1')).toEqual({ ok: true, payload: 'function' });
});
