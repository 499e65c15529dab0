import type { DynamoDBRecord } from 'aws-lambda';
import { Webhook as Verifier } from 'standardwebhooks';
import type { Webhook } from '#core/events/webhook.ts';
import type { Item, Table } from '../entries/dynamo-table.ts';
import { deliverDue, type DeliverDueDeps } from '../events/deliver-due.ts';
import { deliverFresh } from '../events/deliver-fresh.ts';
import { createDeliveryStore } from '../events/delivery-store.ts';
import type { postMessage, PostResult } from '../events/post-message.ts';
import { createReceiverPace } from '../events/receiver-pace.ts';
import { createMemoryTable } from './memory-table.ts';

type Received = {
  readonly id: string;
  readonly body: string;
  /** Milliseconds since 1970, on the simulated clock. */
  readonly at: number;
};

/** How a receiver behaves: how long it takes, and what it answers. Nothing means no answer at all. */
export type Behaviour = (now: number) => {
  readonly takes: number;
  readonly answers?: PostResult;
  /** Whether it has received the message, whatever it answers. */
  readonly receives: boolean;
};

export const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

const anHour = 3600_000;

/**
 * The table of events, its stream, the schedule, and receivers, on the clock of `vi.useFakeTimers()`. What arrives is
 * verified by the library of Standard Webhooks.
 */
export function createSimulation(
  behaviours: Readonly<Record<string, Behaviour>>,
  { webhooks, chance }: { readonly webhooks: readonly Webhook[]; readonly chance: () => number },
) {
  const received = new Map<string, Received[]>(webhooks.map(({ id }) => [id, []]));
  const lines: string[] = [];
  const running = new Set<Promise<unknown>>();
  const stored = createMemoryTable();

  /** Its stream starts the function, sometimes twice. */
  const table: Table = {
    ...stored,
    async put(item, condition) {
      const done = await stored.put(item, condition);
      if (done.done && item['isFresh'] === true)
        for (let times = chance() < 0.1 ? 2 : 1; times > 0; times -= 1)
          run(deliverFresh(deps, { Records: [recordOf(item)] }));
      return done;
    },
  };

  const post: typeof postMessage = async ({ webhook, headers, body, timeout }) => {
    const { id = '' } = webhooks.find(({ url }) => url === webhook.url) ?? {};
    const { takes, answers, receives } = behaviours[id]?.(Date.now()) ?? expectBehaviour(id);
    await sleep(Math.min(takes, timeout));
    if (receives) {
      new Verifier(secret).verify(body, { ...headers });
      received.get(id)?.push({ id: headers['webhook-id'] ?? '', body, at: Date.now() });
    }
    return answers && takes < timeout ? answers : { is: 'failed', code: 'timeout' };
  };

  const deps: DeliverDueDeps = {
    webhooks,
    deliveries: createDeliveryStore({ table }),
    pace: createReceiverPace({ table }),
    post,
    secretOf: () => secret,
    now: () => new Date(),
    random: chance,
    log: (line) => void lines.push(line),
  };

  function run(work: Promise<unknown>): void {
    const all = work.finally(() => running.delete(all));
    running.add(all);
  }

  return {
    table,
    deps,
    received: (webhook: string): readonly Received[] => received.get(webhook) ?? [],
    lines,
    /** Lets the schedule run every minute. */
    startSchedule(): () => void {
      const timer = setInterval(() => {
        const begun = Date.now();
        run(deliverDue(deps, () => 60_000 - (Date.now() - begun)));
      }, anHour / 60);
      return () => clearInterval(timer);
    },
  };
}

function recordOf({ pk, sk }: Item): DynamoDBRecord {
  return { dynamodb: { Keys: { pk: { S: String(pk) }, sk: { S: String(sk) } } } };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function expectBehaviour(id: string): never {
  throw new Error(`The receiver ${id} has no behaviour.`);
}
