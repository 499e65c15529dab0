import type { Invocation } from './invocation.ts';
import type { LambdaSettings } from './lambda-settings.ts';
import { startSandbox, type Sandbox } from './sandbox.ts';
import { createTurns } from './turns.ts';

export type LambdaFunction = {
  readonly invoke: (event: object, requestId: string) => Promise<Invocation>;
  /** Lets what is running or queued finish, takes nothing new, then ends the workers. */
  readonly close: () => Promise<void>;
};

type Deps = {
  /** Gets each line the function writes, after the id of the request it belongs to. */
  readonly log: (line: string) => void;
  /** Without a limit 60 requests at once start 50 workers and a gigabyte (measured). */
  readonly concurrency?: number;
};

/** The deployed bundle in worker threads, with the template's environment, timeout and memory. */
export function createFunction(
  settings: LambdaSettings,
  { log, concurrency = 4 }: Deps,
): LambdaFunction {
  const turns = createTurns(concurrency);
  const warm: Sandbox[] = [];
  const running = new Set<Promise<Invocation>>();
  let closed = false;

  async function runInTurn(event: object, requestId: string): Promise<Invocation> {
    await turns.take();
    try {
      const sandbox = warmest() ?? startSandbox(settings, { log });
      const invocation = await sandbox.run(event, requestId);
      warm.push(sandbox);
      return invocation;
    } finally {
      turns.give();
    }
  }

  function warmest(): Sandbox | undefined {
    let sandbox = warm.pop();
    while (sandbox && !sandbox.isAlive()) sandbox = warm.pop();
    return sandbox;
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
    async close() {
      closed = true;
      await Promise.allSettled(running);
      await Promise.all(warm.map((sandbox) => sandbox.close()));
    },
  };
}
