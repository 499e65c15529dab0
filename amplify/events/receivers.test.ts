import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { eventsOfChange } from '#core/events/events-of-change.ts';
import { entryEvents, type Webhook } from '#core/events/webhook.ts';
import { mulberry32 } from '../../tools/testing/mulberry32.ts';
import { fromAttributes, type Attributes } from '../dynamodb/attribute-values.ts';
import { toEntry } from '../entries/entry-item.ts';
import { deliverBadly } from '../testing/deliver-badly.ts';
import { randomHistories, type Histories } from '../testing/entry-histories.ts';
import { createSimulation, type Behaviour } from '../testing/simulated-receivers.ts';
import { createDeliveryStore } from './delivery-store.ts';
import { recordEvents } from './record-events.ts';
import { sendDeadAgain } from './send-again.ts';

const begin = Date.parse('2026-05-01T12:00:00Z');
const hour = 3600_000;
const day = 24 * hour;

beforeEach(() =>
  vi.useFakeTimers({ now: begin, toFake: ['Date', 'setTimeout', 'setInterval', 'clearInterval'] }),
);
afterEach(() => vi.useRealTimers());

const delivered = { is: 'delivered', code: 'http_200' } as const;
const good: Behaviour = () => ({ takes: 100, answers: delivered, receives: true });
const refusing: Behaviour = () => ({
  takes: 1,
  answers: { is: 'failed', code: 'econnrefused' },
  receives: false,
});
const downForADay: Behaviour = (now) => (now < begin + day ? refusing(now) : good(now));
const slow: Behaviour = () => ({ takes: 9000, answers: delivered, receives: true });
const silent: Behaviour = () => ({ takes: Infinity, receives: false });
const redirecting: Behaviour = () => ({
  takes: 50,
  answers: { is: 'failed', code: 'http_302' },
  receives: false,
});

function aWebhook(id: string, payload: Webhook['payload'] = 'ids'): Webhook {
  return { id, url: `https://${id}.example`, forms: ['survey'], events: [...entryEvents], payload };
}

/** What a receiver is to learn of each entry, in its order. */
function expectedEvents({ shards }: Histories): ReadonlyMap<string, readonly string[]> {
  const events = new Map<string, string[]>();
  for (const { dynamodb } of shards.flat()) {
    const [before, after] = [dynamodb?.OldImage, dynamodb?.NewImage].map(
      (it) => it && toEntry(fromAttributes(it as Attributes)),
    );
    if (!after) continue;
    const kinds = eventsOfChange(before, after).map((kind) =>
      eventText(after.version, `entry.${kind}`, after.review),
    );
    events.set(after.id, [...(events.get(after.id) ?? []), ...kinds]);
  }
  return events;
}

/** A version can be reviewed several times. */
function eventText(version: number, type: string, review?: { readonly id: string }): string {
  return `${version} ${type} ${type === 'entry.reviewed' ? review?.id : ''}`;
}

type Message = {
  readonly type: string;
  readonly data: { entry: string; version: number; review?: { readonly id: string } };
};

type Simulation = ReturnType<typeof createSimulation>;

/** What a receiver has learned of each entry: each event when it first arrived. Fails if one overtook another. */
function learned(simulation: Simulation, webhook: string): ReadonlyMap<string, readonly string[]> {
  const bodies = new Map<string, string>();
  const events = new Map<string, string[]>();
  for (const { id, body } of simulation.received(webhook)) {
    const { type, data } = JSON.parse(body) as Message;
    // The same id has the same bytes, however often it comes.
    expect(bodies.get(id) ?? body).toBe(body);
    bodies.set(id, body);
    const sofar = events.get(data.entry) ?? [];
    const event = eventText(data.version, type, data.review);
    if (sofar.at(-1) !== event) events.set(data.entry, [...sofar, event]);
  }
  return events;
}

/** All that a receiver should learn: entries without an event are not in it. */
function allOf(histories: Histories): ReadonlyMap<string, readonly string[]> {
  return new Map([...expectedEvents(histories)].filter(([, events]) => events.length > 0));
}

/** Random histories happen within an hour, delivered badly; then time passes. */
async function happen(
  behaviours: Readonly<Record<string, Behaviour>>,
  { days, seed = 1 }: { readonly days: number; readonly seed?: number },
) {
  const chance = mulberry32(seed);
  const histories = randomHistories(chance, { entries: 12, changes: 60, shards: 3 });
  const webhooks = Object.keys(behaviours).map((id) => aWebhook(id));
  const simulation = createSimulation(behaviours, { webhooks, chance });
  const stop = simulation.startSchedule();
  const recording = deliverBadly(
    histories.shards,
    (table, event) =>
      recordEvents(
        {
          deliveries: createDeliveryStore({ table }),
          webhooks,
          app: '',
          now: () => new Date(),
          log: () => {},
        },
        event,
      ),
    { chance, table: simulation.table, mostRecords: 5 },
  );
  await vi.advanceTimersByTimeAsync(hour);
  await recording;
  await vi.advanceTimersByTimeAsync(days * day);
  return { simulation, histories, webhooks, stop };
}

test('a receiver that was down for a day learns everything, of each entry in its order', async () => {
  const { simulation, histories } = await happen({ stock: downForADay }, { days: 4 });
  expect(learned(simulation, 'stock')).toEqual(allOf(histories));
});

test.each([1, 2, 3, 4, 5])(
  'a receiver that fails, or whose answers are lost, learns everything in order (%i)',
  async (seed) => {
    const draw = mulberry32(seed + 100);
    const flaky: Behaviour = () => {
      const dice = draw();
      if (dice < 0.3)
        return { takes: 50, answers: { is: 'failed', code: 'http_500' }, receives: false };
      return { takes: dice < 0.4 ? Infinity : 4000 * draw(), answers: delivered, receives: true };
    };
    const { simulation, histories } = await happen({ stock: flaky }, { days: 5, seed });
    expect(learned(simulation, 'stock')).toEqual(allOf(histories));
    expect(simulation.received('stock').length).toBeGreaterThan(
      [...allOf(histories).values()].flat().length,
    );
  },
);

test('nothing waits behind receivers that are dead, silent or slow', async () => {
  const { simulation, histories } = await happen(
    { dead: refusing, silent, slow, good },
    { days: 0.2 },
  );
  const all = allOf(histories);
  expect(learned(simulation, 'good')).toEqual(all);
  expect(learned(simulation, 'slow')).toEqual(all);
  // Everything happened at once, so the good one has everything after seconds of the simulated clock.
  const last = simulation.received('good').at(-1)?.at ?? Infinity;
  expect(last - begin).toBeLessThan(10_000);
});

test('what was given up after three days is sent again by hand, with the same ids, in order', async () => {
  let isFixed = false;
  const receiver: Behaviour = (now) => (isFixed ? good(now) : redirecting(now));
  const { simulation, histories, webhooks } = await happen({ stock: receiver }, { days: 30 });
  expect(simulation.received('stock')).toEqual([]);
  const { deliveries } = await createDeliveryStore(simulation).list({
    form: 'survey',
    limit: 1000,
  });
  expect(new Set(deliveries.map((it) => it.state))).toEqual(new Set(['dead']));
  expect(new Set(deliveries.map((it) => it.outcome))).toEqual(new Set(['http_302']));

  isFixed = true;
  const store = createDeliveryStore(simulation);
  const found = await sendDeadAgain({ ...simulation.deps, deliveries: store }, webhooks);
  await vi.advanceTimersByTimeAsync(day);
  const all = allOf(histories);
  expect(found).toEqual([
    { form: 'survey', webhook: 'stock', events: [...all.values()].flat().length },
  ]);
  expect(learned(simulation, 'stock')).toEqual(all);
});
