import { setTimeout as sleep } from 'node:timers/promises';
import type { Invocation } from './invocation.ts';
import type { LambdaSettings } from './lambda-settings.ts';
import { startLambdaWorker, type LambdaWorker } from './lambda-worker.ts';
import { createSemaphore } from './worker-semaphore.ts';

export type LambdaFunction = {
  readonly invoke: (event: object, requestId: string) => Promise<Invocation>;
  /** Terminates the workers at once, as the loss of a machine would. */
  readonly kill: () => Promise<void>;
  /** Accepts no more requests, gives running and queued ones a moment to finish, then ends the workers. */
  readonly close: () => Promise<void>;
};

type Deps = {
  /** Receives each line the function writes, prefixed with its request id. */
  readonly log: (line: string) => void;
  /** Without a limit, 60 simultaneous requests started 50 workers that used a gigabyte (measured). */
  readonly concurrency?: number;
};

/** Milliseconds. A function may wait for an email provider for minutes. */
const momentToFinish = 3000;

/** Runs the deployed bundle in worker threads, with the template's environment, timeout and memory. */
export function createFunction(
  settings: LambdaSettings,
  { log, concurrency = 4 }: Deps,
): LambdaFunction {
  const semaphore = createSemaphore(concurrency);
  const workers = new Set<LambdaWorker>();
  const warm: LambdaWorker[] = [];
  const running = new Set<Promise<Invocation>>();
  let closed = false;

  async function runWhenFree(event: object, requestId: string): Promise<Invocation> {
    await semaphore.acquire();
    try {
      const worker = warmest() ?? startLambdaWorker(settings, { log });
      workers.add(worker);
      const invocation = await worker.run(event, requestId);
      warm.push(worker);
      return invocation;
    } finally {
      semaphore.release();
    }
  }

  function warmest(): LambdaWorker | undefined {
    for (const worker of workers) if (!worker.isAlive()) workers.delete(worker);
    let worker = warm.pop();
    while (worker && !worker.isAlive()) worker = warm.pop();
    return worker;
  }

  async function endAll(): Promise<void> {
    await Promise.all([...workers].map((worker) => worker.close()));
  }

  return {
    async invoke(event, requestId) {
      if (closed) return { ok: false, reason: 'closed' };
      const invocation = runWhenFree(event, requestId);
      running.add(invocation);
      try {
        return await invocation;
      } finally {
        running.delete(invocation);
      }
    },
    kill: endAll,
    async close() {
      closed = true;
      const enough = new AbortController();
      const moment = sleep(momentToFinish, undefined, enough).catch(() => {});
      await Promise.race([Promise.allSettled(running), moment]);
      enough.abort();
      await endAll();
    },
  };
}
