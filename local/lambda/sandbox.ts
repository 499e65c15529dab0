import { Worker } from 'node:worker_threads';
import type { Invocation } from './invocation.ts';
import type { LambdaSettings } from './lambda-settings.ts';
import { createLines } from './lines.ts';
import type { FromRuntime, ToRuntime } from './runtime.ts';
import { sandboxEnvironment } from './sandbox-environment.ts';

export type Sandbox = {
  /** One at a time. */
  run(event: object, requestId: string): Promise<Invocation>;
  isAlive(): boolean;
  close(): Promise<void>;
};

type Failure = (Invocation & { ok: false })['reason'];

/** Lambda gives a bundle ten seconds to load, outside the function's own timeout. */
const secondsToLoad = 10;
const longestPayload = 6_291_556;

/** One worker thread with the function loaded: it answers events until it dies of one. */
export function startSandbox(
  settings: LambdaSettings,
  deps: { log: (line: string) => void },
): Sandbox {
  const worker = new Worker(new URL('runtime.ts', import.meta.url), {
    env: sandboxEnvironment(settings),
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
  let settle: ((invocation: Invocation) => void) | undefined;
  let clock: NodeJS.Timeout | undefined;
  let causeOfDeath: Failure | undefined;
  const lines = createLines((line) => deps.log(`${requestId} ${line}`));

  function finish(invocation: Invocation): void {
    lines.end();
    clearTimeout(clock);
    worker.unref();
    settle?.(invocation);
    settle = undefined;
  }

  function die(reason: Failure, text: string): void {
    causeOfDeath ??= reason;
    if (text) lines.write(`${text}\n`);
    alive = false;
    void worker.terminate();
  }

  function allow(seconds: number): void {
    clearTimeout(clock);
    const text = `Task timed out after ${seconds.toFixed(2)} seconds`;
    clock = setTimeout(() => die('timed out', text), seconds * 1000);
  }

  worker.on('message', (message: FromRuntime) => {
    if (message.kind === 'wrote') lines.write(message.text);
    else if (causeOfDeath) return;
    else if (message.kind === 'could not start') die('could not start', '');
    else if (message.kind === 'threw') finish({ ok: false, reason: 'threw' });
    else if (message.kind === 'answered') {
      const isTooLong = Buffer.byteLength(message.payload) > longestPayload;
      if (isTooLong) lines.write(`Response payload size exceeded ${longestPayload} bytes\n`);
      finish(
        isTooLong
          ? { ok: false, reason: 'payload too large' }
          : { ok: true, payload: JSON.parse(message.payload) as unknown },
      );
    } else {
      ready = true;
      if (settle) allow(settings.timeoutSeconds);
    }
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      die('out of memory', `Out of memory: ${settings.memoryMegabytes} MB were not enough`);
    else die('threw', error.stack ?? String(error));
  });
  worker.on('exit', () => {
    alive = false;
    if (settle && !causeOfDeath) lines.write('Runtime exited without providing a reason\n');
    finish({ ok: false, reason: causeOfDeath ?? 'exited' });
  });

  return {
    run: (event, id) =>
      new Promise((resolve) => {
        requestId = id;
        settle = resolve;
        if (!alive) return finish({ ok: false, reason: 'exited' });
        worker.ref();
        allow(ready ? settings.timeoutSeconds : secondsToLoad);
        worker.postMessage({ event: JSON.stringify(event), requestId } satisfies ToRuntime, []);
      }),
    isAlive: () => alive,
    async close() {
      await worker.terminate();
    },
  };
}
