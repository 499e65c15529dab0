import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Invocation } from './invocation.ts';
import type { LambdaSettings } from './lambda-settings.ts';
import { createLineSplitter } from './line-splitter.ts';
import type { FromRuntime, ToRuntime } from './worker-runtime.ts';
import { workerEnvironment } from './worker-environment.ts';

export type LambdaWorker = {
  /** Runs one event at a time. */
  run(event: object, requestId: string): Promise<Invocation>;
  isAlive(): boolean;
  close(): Promise<void>;
};

type Failure = (Invocation & { ok: false })['reason'];

/** Lambda gives a bundle ten seconds to load, which the function's own timeout does not include. */
const secondsToLoad = 10;
const longestPayload = 6_291_556;

/** Where Node keeps code that it has compiled: a worker then starts in half the processor time. */
const compileCache = () =>
  process.env['NODE_COMPILE_CACHE'] ?? join(tmpdir(), 'node-compile-cache');

/** A worker thread with the function loaded. It handles events until one of them ends it. */
export function startLambdaWorker(
  settings: LambdaSettings,
  deps: { log: (line: string) => void },
): LambdaWorker {
  const worker = new Worker(new URL('worker-runtime.ts', import.meta.url), {
    env: { ...workerEnvironment(settings), NODE_COMPILE_CACHE: compileCache() },
    argv: [],
    execArgv: [],
    stdout: true,
    stderr: true,
    workerData: settings,
    resourceLimits: { maxOldGenerationSizeMb: settings.memoryMegabytes },
  });
  let alive = true;
  let ready = false;
  let requestId = '';
  let resolveRun: ((invocation: Invocation) => void) | undefined;
  let clock: NodeJS.Timeout | undefined;
  let failure: Failure | undefined;
  const output = createLineSplitter((line) => deps.log(`${requestId} ${line}`));

  function finish(invocation: Invocation): void {
    output.end();
    clearTimeout(clock);
    worker.unref();
    resolveRun?.(invocation);
    resolveRun = undefined;
  }

  function terminate(reason: Failure, text: string): void {
    failure ??= reason;
    if (text) output.write(`${text}\n`);
    alive = false;
    void worker.terminate();
  }

  function limitTime(seconds: number): void {
    clearTimeout(clock);
    const text = `Task timed out after ${seconds.toFixed(2)} seconds`;
    clock = setTimeout(() => terminate('timed out', text), seconds * 1000);
  }

  worker.on('message', (message: FromRuntime) => {
    if (message.kind === 'wrote') output.write(message.text);
    else if (failure) return;
    else if (message.kind === 'could not start') terminate('could not start', '');
    else if (message.kind === 'threw') finish({ ok: false, reason: 'threw' });
    else if (message.kind === 'answered') {
      const isTooLong = Buffer.byteLength(message.payload) > longestPayload;
      if (isTooLong) output.write(`Response payload size exceeded ${longestPayload} bytes\n`);
      finish(
        isTooLong
          ? { ok: false, reason: 'payload too large' }
          : { ok: true, payload: JSON.parse(message.payload) as unknown },
      );
    } else {
      ready = true;
      if (resolveRun) limitTime(settings.timeoutSeconds);
    }
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      terminate('out of memory', `Out of memory: ${settings.memoryMegabytes} MB were not enough`);
    else terminate('threw', error.stack ?? String(error));
  });
  worker.on('exit', () => {
    alive = false;
    if (resolveRun && !failure) output.write('Runtime exited without providing a reason\n');
    finish({ ok: false, reason: failure ?? 'exited' });
  });

  return {
    run: (event, id) =>
      new Promise((resolve) => {
        requestId = id;
        resolveRun = resolve;
        if (!alive) return finish({ ok: false, reason: 'exited' });
        worker.ref();
        limitTime(ready ? settings.timeoutSeconds : secondsToLoad);
        worker.postMessage({ event: JSON.stringify(event), requestId } satisfies ToRuntime, []);
      }),
    isAlive: () => alive,
    async close() {
      await worker.terminate();
    },
  };
}
