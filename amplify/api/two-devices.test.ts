import { createMemoryFileStore } from '#core/testing/memory-file-store.ts';
import { randomBytes, randomUUID } from 'node:crypto';
import fc, { type Scheduler } from 'fast-check';
import { expect, test } from 'vitest';
import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import { exampleFormById } from '#forms/testing/example-forms.ts';
import { createDynamoStore } from '../entries/dynamo-store.ts';
import { createMemoryTable } from '../testing/memory-table.ts';
import { routeRequest } from './api-router.ts';
import type { ApiRequest } from './lambda-adapter.ts';
import { createMemoryInvitations } from '../testing/memory-invitations.ts';
import { digest } from '../digest.ts';
import { problemResponse } from './http-responses.ts';

/** One request of a device. Its response may be lost, and the network may deliver it more than once. */
type Step = {
  readonly device: 0 | 1;
  readonly verb: 'revise' | 'withdraw' | 'erase' | 'restore' | 'look';
  readonly isLost: boolean;
  readonly extras: number;
};

const step = fc.record<Step>({
  device: fc.constantFrom(0, 1),
  verb: fc.oneof(
    { weight: 6, arbitrary: fc.constant<Step['verb']>('revise') },
    { weight: 2, arbitrary: fc.constantFrom<Step['verb']>('withdraw', 'restore', 'look') },
    { weight: 1, arbitrary: fc.constant<Step['verb']>('erase') },
  ),
  isLost: fc.boolean(),
  extras: fc.nat({ max: 2 }),
});

type ReceivedResponse = { readonly status: number; readonly body: Record<string, unknown> };
type SentRequest = {
  readonly call: Omit<ApiRequest, 'requestId'>;
  readonly received: ReceivedResponse[];
};

const path = `/pwausers/${randomUUID()}`;
const id = path.slice('/pwausers/'.length);
const original = { fname: 'Mickey', lname: 'Mouse' };

const key = { username: 'ada', form: 'pwausers', id };

/** The deployed store, over a table that loses requests and responses. */
function openStore(until: () => Promise<void>) {
  const table = createMemoryTable();
  const applied: { operation: string; version: number }[] = [];
  const around = async <Outcome>(call: () => Promise<Outcome>): Promise<Outcome> => {
    await until();
    const outcome = await call();
    await until();
    return outcome;
  };
  const note = (changes: object) => {
    const { operations = [], version } = changes as Partial<StoredEntry>;
    // What expires beside the entry has no version of its own.
    if (version === undefined) return;
    applied.push({ operation: operations.at(-1)?.id ?? '', version });
  };
  const store = createDynamoStore({
    ...table,
    get: (...call) => around(() => table.get(...call)),
    put: (...call) => around(() => table.put(...call)),
    update: (it, changes, condition) =>
      around(async () => {
        const written = await table.update(it, changes, condition);
        if (written.done) note(changes);
        return written;
      }),
    transact: (writes) =>
      around(async () => {
        const written = await table.transact(writes);
        for (const it of writes) if (written.done && 'update' in it) note(it.changes);
        return written;
      }),
  });
  return { store, applied, now: () => createDynamoStore(table).find(key) };
}

type Scenario = {
  readonly scheduler: Scheduler;
  readonly steps: readonly Step[];
  readonly faults: readonly boolean[];
};

async function runScenario({ scheduler, steps, faults }: Scenario) {
  const remaining = [...faults];
  const { store, applied, now } = openStore(async () => {
    await scheduler.schedule(Promise.resolve());
    if (remaining.shift()) throw new Error('The connection was lost.');
  });
  const deps = {
    store,
    serves: 'accounts' as const,
    ...createMemoryInvitations(),
    files: createMemoryFileStore(),
    scansFiles: false,
    formById: exampleFormById,
    formIds: [],
    now: () => new Date(),
    random: () => 0,
    randomBytes,
    digest,
  };
  const requests = new Map<string, SentRequest>();
  const late: Promise<unknown>[] = [];

  /** Retries until the response is final, as the outbox does. */
  async function deliver({ call, received }: SentRequest): Promise<ReceivedResponse> {
    for (;;) {
      const { status, body } = await routeRequest(deps, { ...call, requestId: 'r' }).catch(() =>
        problemResponse({ code: 'internal' }, 'r'),
      );
      if (status >= 500) continue;
      const response = {
        status,
        body: JSON.parse(JSON.stringify(body)) as ReceivedResponse['body'],
      };
      received.push(response);
      return response;
    }
  }

  async function send(
    { isLost, extras }: Pick<Step, 'isLost' | 'extras'>,
    request: { method: string; at?: string; query?: object; body?: object; ifVersion?: number },
    key: string = randomUUID(),
  ): Promise<ReceivedResponse> {
    const { method, at = path, query = {}, body = {}, ifVersion } = request;
    const call = {
      method,
      path: at,
      query: { ...query },
      headers: new Map([
        ['content-type', 'application/json'],
        ['idempotency-key', key],
        ...(ifVersion === undefined ? [] : [['if-match', `"${ifVersion}"`] as const]),
      ]),
      body: JSON.stringify(body),
      sourceAddress: '127.0.0.1',
      caller: { username: 'ada', groups: [] },
    };
    const sent: SentRequest = { call, received: [] };
    requests.set(key, sent);
    for (let extra = 0; extra < extras; extra += 1) late.push(deliver(sent));
    const first = await deliver(sent);
    return isLost ? deliver(sent) : first;
  }

  async function use(device: 0 | 1): Promise<void> {
    let knownVersion = 1;
    for (const [i, it] of steps.entries()) {
      if (it.device !== device) continue;
      const change = { lname: `Mouse of device ${device}, step ${i}`, fname: 'Mickey' };
      const received = await {
        look: () => send(it, { method: 'GET' }),
        revise: () => send(it, { method: 'PUT', body: change, ifVersion: knownVersion }),
        withdraw: () => send(it, { method: 'DELETE' }),
        erase: () => send(it, { method: 'DELETE', query: { permanent: 'true' } }),
        restore: () => send(it, { method: 'POST', at: `${path}/restore` }),
      }[it.verb]();
      const { version } = (received.body['current'] ?? received.body) as { version?: number };
      knownVersion = version ?? knownVersion;
    }
  }

  async function runAll(): Promise<void> {
    const submission = { method: 'POST', at: '/pwausers', body: original };
    await send({ isLost: true, extras: 3 }, submission, id);
    await Promise.all([use(0), use(1)]);
    await Promise.all(late);
    // Much later, all requests are repeated.
    for (const sent of requests.values()) await deliver(sent);
  }

  await scheduler.waitFor(runAll());
  const entry = (await now()) ?? expect.fail();
  return { entry, applied, requests };
}

/** The entry after these changes, one after another. */
function outcomeOf(calls: readonly (SentRequest['call'] | undefined)[]) {
  let answers: unknown = original;
  let isThere = true;
  for (const { method, query, body } of calls.filter((it) => it !== undefined)) {
    if (method === 'PUT') answers = JSON.parse(body);
    if (query['permanent']) answers = {};
    if (method !== 'PUT') isThere = method === 'POST';
  }
  return { answers, isThere };
}

test('two devices, lost and repeated responses, any order: nothing lost, nothing twice, no false conflict', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(step, { maxLength: 14 }),
      fc.array(fc.boolean(), { maxLength: 40 }),
      async (scheduler, steps, faults) => {
        const { entry, applied, requests } = await runScenario({ scheduler, steps, faults });

        // The version is 1 plus the number of distinct changes, each made once.
        const made = new Set(applied.map(({ operation }) => operation));
        expect(applied.map(({ version }) => version)).toEqual(applied.map((_, i) => i + 2));
        expect(made.size).toBe(applied.length);
        expect(entry.version).toBe(1 + made.size);

        for (const [key, { call, received }] of requests) {
          const successes = received.filter(({ status }) => status < 300);
          const ifVersion = Number(/\d+/.exec(call.headers.get('if-match') ?? '')?.[0]);
          if (call.method === 'POST' && key === id) {
            expect(received.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(1);
            for (const { status } of received) expect([200, 201, 410]).toContain(status);
            for (const { body } of successes) expect(body).toEqual(successes[0]?.body);
          }
          if (call.method === 'PUT') {
            // The response is "saved" exactly if the change was made, over the version it was based on.
            if (successes.length > 0) expect(made).toContain(key);
            for (const { body } of successes) {
              expect(body['version']).toBe(ifVersion + 1);
              expect(body['answers']).toEqual(JSON.parse(call.body));
            }
            for (const { status, body } of received) {
              if (status === 412) {
                expect(made).not.toContain(key);
                expect((body['current'] as StoredEntry).version).toBeGreaterThan(ifVersion);
              } else expect([200, 410]).toContain(status);
              if (status === 410 && !entry.erased) expect(made).not.toContain(key);
            }
          }
          if (call.method === 'DELETE') for (const { status } of received) expect(status).toBe(200);
          if (call.path.endsWith('/restore'))
            for (const { status } of received) expect([200, 410]).toContain(status);
          // An erased entry accepts any number of withdrawals, which need not be remembered.
          if (call.method !== 'GET' && key !== id && successes.length > 0 && !entry.erased)
            expect(made).toContain(key);
        }

        expect({ answers: entry.answers, isThere: !entry.deletedAt }).toEqual(
          outcomeOf(applied.map(({ operation }) => requests.get(operation)?.call)),
        );
      },
    ),
    { numRuns: 400 },
  );
});
