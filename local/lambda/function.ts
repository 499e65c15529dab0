import { setTimeout as sleep } from 'node:timers/promises';
import type { Invocation } from './invocation.ts';
import type { LambdaSettings } from './lambda-settings.ts';
import { startSandbox, type Sandbox } from './sandbox.ts';
import { createTurns } from './turns.ts';

export type LambdaFunction = {
  readonly invoke: (event: object, requestId: string) => Promise<Invocation>;
  /** Ends what is running in the middle of it, as the loss of a machine would. */
  readonly kill: () => Promise<void>;
  /** Takes nothing new and gives what is running or queued a moment to finish, then ends the workers. */
  readonly close: () => Promise<void>;
};

type Deps = {
  /** Gets each line the function writes, after the id of the request it belongs to. */
  readonly log: (line: string) => void;
  /** Without a limit 60 requests at once start 50 workers and a gigabyte (measured). */
  readonly concurrency?: number;
};

/** Milliseconds. Waiting for an email provider may take a function minutes. */
const momentToFinish = 3000;

/** The deployed bundle in worker threads, with the template's environment, timeout and memory. */
export function createFunction(
  settings: LambdaSettings,
  { log, concurrency = 4 }: Deps,
): LambdaFunction {
  const turns = createTurns(concurrency);
  const all = new Set<Sandbox>();
  const warm: Sandbox[] = [];
  const running = new Set<Promise<Invocation>>();
  let closed = false;

  async function runInTurn(event: object, requestId: string): Promise<Invocation> {
    await turns.take();
    try {
      const sandbox = warmest() ?? startSandbox(settings, { log });
      all.add(sandbox);
      const invocation = await sandbox.run(event, requestId);
      warm.push(sandbox);
      return invocation;
    } finally {
      turns.give();
    }
  }

  function warmest(): Sandbox | undefined {
    for (const sandbox of all) if (!sandbox.isAlive()) all.delete(sandbox);
    let sandbox = warm.pop();
    while (sandbox && !sandbox.isAlive()) sandbox = warm.pop();
    return sandbox;
  }

  async function endAll(): Promise<void> {
    await Promise.all([...all].map((sandbox) => sandbox.close()));
  }

  return {
    async invoke(event, requestId) {
      if (closed) return { ok: false, reason: 'closed' };
      const invocation = runInTurn(event, requestId);
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
