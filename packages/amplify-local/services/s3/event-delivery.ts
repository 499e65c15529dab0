import { randomUUID } from 'node:crypto';
import type { LambdaFunction } from '../lambda/lambda-function.ts';
import type { EventQueue, QueuedEvent } from './storage/event-queue.ts';

type Deps = {
  readonly queue: EventQueue;
  readonly functionNamed: (name: string) => Pick<LambdaFunction, 'invoke'> | undefined;
  readonly now: () => number;
  readonly log: (line: string) => void;
};

export type EventDelivery = {
  /** Delivers what is due, and what becomes due later. */
  wake(): void;
  /** What is not delivered by now is delivered after the next start. */
  close(): void;
};

/** Milliseconds until a function that failed gets an event again. In AWS, one minute and two. */
const retryDelays = [1000, 2000];

/** Delivers each event at least once: a function that fails gets it twice more, and then it is dropped. */
export function startEventDelivery({ queue, functionNamed, now, log }: Deps): EventDelivery {
  const inFlight = new Set<number>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  async function deliver({ id, functionName, payload, attempts }: QueuedEvent): Promise<void> {
    const lambda = functionNamed(functionName);
    const invocation = await lambda?.invoke(JSON.parse(payload) as object, randomUUID());
    if (isClosed || (invocation?.ok === false && invocation.reason === 'closed')) return;
    const isHandled = invocation?.ok === true || invocation?.reason === 'payload too large';
    const delay = retryDelays[attempts];
    if (isHandled) return queue.delete(id);
    if (lambda && delay !== undefined) return queue.retry(id, now() + delay);
    queue.delete(id);
    const why = lambda ? `failed ${attempts + 1} times` : 'is gone';
    log(`S3: an event was dropped, because ${functionName} ${why}.`);
  }

  function wake(): void {
    if (isClosed) return;
    clearTimeout(timer);
    for (const event of queue.due(now())) {
      if (inFlight.has(event.id)) continue;
      inFlight.add(event.id);
      deliver(event)
        .catch((error: unknown) => log(`S3: an event was not delivered: ${String(error)}`))
        .finally(() => {
          inFlight.delete(event.id);
          wake();
        });
    }
    const next = inFlight.size > 0 ? undefined : queue.nextAt();
    if (next !== undefined) timer = setTimeout(wake, Math.max(next - now(), 0) + 1);
  }

  return {
    wake,
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
