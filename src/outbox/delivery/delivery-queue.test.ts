import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { err, ok, type Result } from '#core/values/result.ts';
import type { ChangeToSend } from './deliver.ts';
import type { ApiFailure } from '../../cloud/api/api-failure.ts';
import type { ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import { createDatabase } from '../../device/device-database.ts';
import { createVault } from '../../device/vault.ts';
import { createFakeLocks } from '../../testing/fake-locks.ts';
import { revised } from '../changes/entry-changes.ts';
import { createDeliveryQueue } from './delivery-queue.ts';
import type { QueuedChange } from '../changes/queued-change.ts';
import { createChangeStore } from '../changes/change-store.ts';
import { setAsideIn } from '../changes/backoff.ts';
import { entry, sampleChange, revision, sampleApiEntry } from '../../testing/sample-changes.ts';

type Answer = Result<ApiEntry | undefined, ApiFailure>;
afterEach(() => void vi.useRealTimers());

type Token = Awaited<ReturnType<Parameters<typeof createDeliveryQueue>[0]['tokens']['token']>>;
const author = 'mickey-1';
const delivered: Answer = ok(sampleApiEntry());
const unreachable: Answer = err({ is: 'unreachable' });

function createFixture(...answers: (Answer | Promise<Answer>)[]) {
  const database = createDatabase(`delivery-queue-${crypto.randomUUID()}`);
  const changeStore = createChangeStore({ database, vault: createVault(database) });
  const fakes = createFakeLocks();
  let lockErrors = 0;
  const locks = {
    request: (...args: Parameters<typeof fakes.request>) =>
      (lockErrors -= 1) >= 0
        ? Promise.reject(new DOMException('going away', 'AbortError'))
        : fakes.request(...args),
  } as typeof fakes;
  const failLocks = (times: number) => void (lockErrors = times);
  const sent: ChangeToSend[] = [];
  const read: string[] = [];
  const fixture = {
    now: Date.parse('2026-11-20T09:41:00.000Z'),
    entry: ok(sampleApiEntry()) as Result<ApiEntry, ApiFailure>,
    token: ok({ token: 't', person: { username: author, email: '' } }) as Token | Promise<never>,
  };
  const open = (more: Partial<Parameters<typeof createDeliveryQueue>[0]> = {}) =>
    createDeliveryQueue({
      changeStore,
      locks,
      tokens: { token: () => Promise.resolve(fixture.token) },
      async deliver(it) {
        sent.push(it);
        return answers.shift() ?? delivered;
      },
      read: async (_form, id, options) => {
        read.push(`${id} as ${options?.as}`);
        return fixture.entry;
      },
      now: () => fixture.now,
      random: () => 0.5,
      onChange: () => undefined,
      ...more,
    });
  const save = async (...some: QueuedChange[]) => {
    for (const it of some)
      await changeStore.update(author, it.entry, (changes) => [...changes, it]);
  };
  const statuses = async () => (await changeStore.of(author)).map((it) => it.status.is);
  return {
    fixture,
    changeStore,
    locks,
    failLocks,
    sent,
    read,
    open,
    save,
    statuses,
    ...open(),
  };
}

const other = (id: string) => sampleChange({ id, entry: id });

test('waiting changes are sent one after the other until none is left', async () => {
  const { flush, save, sent, statuses } = createFixture();
  await save(sampleChange(), other('b'), other('c'));
  expect(await flush(author)).toEqual({ is: 'done' });
  expect(sent.map(({ id }) => id)).toEqual([entry, 'b', 'c']);
  expect(await statuses()).toEqual(['delivered', 'delivered', 'delivered']);
});

test('one failure pauses the queue: other changes are not tried', async () => {
  const { flush, save, sent, fixture } = createFixture(unreachable);
  await save(sampleChange(), other('b'));
  expect(await flush(author)).toEqual({ is: 'paused', until: fixture.now + 500 });
  expect(sent).toHaveLength(1);
  expect(await flush(author)).toEqual({ is: 'paused', until: fixture.now + 500 });
  expect(sent).toHaveLength(1);
  fixture.now += 500;
  expect(await flush(author)).toEqual({ is: 'done' });
});

test('the pause ends at once when the network is back, or when the person asks', async () => {
  const { flush, save } = createFixture(unreachable);
  await save(sampleChange());
  await flush(author);
  expect(await flush(author, { force: true })).toEqual({ is: 'done' });
});

test('a server’s Retry-After also holds for a person who does not want to wait', async () => {
  const answers: ((answer: Answer) => void)[] = [];
  const { flush, save, sent, fixture } = createFixture(
    new Promise((resolve) => answers.push(resolve)),
  );
  await save(sampleChange());
  const first = flush(author);
  await expect.poll(() => sent.length).toBe(1);
  const second = flush(author, { force: true });
  answers[0]?.(err({ is: 'unreachable', retryAfter: 2000 }));
  await first;
  expect(await second).toEqual({ is: 'paused', until: fixture.now + 2000 });
});

test.each(['not_found', 'form_version_unknown'])(
  'a new entry for a form that the server does not know yet (%s) is sent again by itself',
  async (code) => {
    const older = err({ is: 'refused' as const, code, title: 'No', issues: [] });
    const { flush, save, statuses, fixture } = createFixture(older, older);
    await save(sampleChange());
    expect(await flush(author)).toMatchObject({ is: 'paused' });
    expect(await statuses()).toEqual(['waiting']);
    for (let n = 0; n < 2; n += 1) {
      fixture.now += 60_000;
      await flush(author);
    }
    expect(await statuses()).toEqual(['delivered']);
  },
);

test('a refused change does not block the next one', async () => {
  const problem = err({ is: 'refused' as const, code: 'invalid', title: 'No', issues: [] });
  const { flush, save, statuses } = createFixture(problem);
  await save(sampleChange(), other('b'));
  expect(await flush(author)).toEqual({ is: 'done' });
  expect(await statuses()).toEqual(['attention', 'delivered']);
});

test('nothing is sent with another person’s token, or without one', async () => {
  const { flush, save, sent, fixture, statuses } = createFixture();
  await save(sampleChange());
  fixture.token = ok({ token: 't', person: { username: 'minnie-2', email: '' } });
  expect(await flush(author)).toEqual({ is: 'signed-out' });
  fixture.token = err('signed-out');
  expect(await flush(author)).toEqual({ is: 'signed-out' });
  expect(sent).toEqual([]);
  expect(await statuses()).toEqual(['waiting']);
});

test('if Cognito does not answer, the queue pauses, and no attempt is counted', async () => {
  const { flush, save, fixture, changeStore } = createFixture();
  await save(sampleChange());
  fixture.token = err('unreachable');
  expect((await flush(author)).is).toBe('paused');
  expect((await changeStore.of(author))[0]?.status).toEqual({ is: 'waiting', attempts: 0 });
});

test('two tabs that flush at once send each change once', async () => {
  const { open, save, sent } = createFixture();
  await save(sampleChange(), other('b'), other('c'));
  await Promise.all([open().flush(author), open().flush(author), open().flush(author)]);
  expect(sent.map(({ id }) => id)).toEqual([entry, 'b', 'c']);
});

test('a change that is saved during a flush is sent as well', async () => {
  const answers: ((answer: Answer) => void)[] = [];
  const { flush, save, sent } = createFixture(new Promise((resolve) => answers.push(resolve)));
  await save(sampleChange());
  const first = flush(author);
  await expect.poll(() => sent.length).toBe(1);
  await save(other('b'));
  const second = flush(author);
  answers[0]?.(delivered);
  await Promise.all([first, second]);
  expect(sent.map(({ id }) => id)).toEqual([entry, 'b']);
});

test('changes to one entry are sent in order, each based on the version that the previous one created', async () => {
  const { flush, save, sent } = createFixture(ok(sampleApiEntry(1)), ok(sampleApiEntry(2)));
  await save(sampleChange());
  await save(revision({ fname: 'M' }));
  await flush(author);
  expect(sent.map(({ kind, ifVersion }) => [kind, ifVersion])).toEqual([
    ['submit', undefined],
    ['revise', 1],
  ]);
});

test('the last twenty delivered changes are kept', async () => {
  const { flush, save, changeStore } = createFixture();
  for (let i = 0; i < 23; i += 1) await save(other(`entry-${i}`));
  await flush(author);
  const stored = await changeStore.of(author);
  expect(stored.map(({ id }) => id)).toEqual(
    Array.from({ length: 20 }, (_, i) => `entry-${i + 3}`),
  );
});

test('a change whose entry’s receipt is no longer stored is based on the current entry', async () => {
  const { fixture, flush, save, sent, read } = createFixture();
  fixture.entry = ok(sampleApiEntry(3, { fname: 'Mickey', lname: 'Duck' }));
  const base = { fname: 'Mickey', lname: 'Mouse' };
  await save(revision({ ...base, fname: 'Minnie' }, { base }));
  await flush(author);
  expect(read).toEqual([`${entry} as ${author}`]);
  expect(sent).toMatchObject([{ ifVersion: 3, answers: { fname: 'Minnie', lname: 'Duck' } }]);
});

test('if the current entry cannot be read, such a change waits', async () => {
  const { fixture, flush, save, sent, statuses } = createFixture();
  fixture.entry = err({ is: 'unreachable' });
  await save(revision({ fname: 'Minnie' }, { base: {} }));
  expect((await flush(author)).is).toBe('paused');
  expect([sent, await statuses()]).toEqual([[], ['waiting']]);
});

test('a change is delivered even if more entries were delivered meanwhile than receipts are kept', async () => {
  const { fixture, flush, save, sent, changeStore, statuses } = createFixture();
  for (let i = 0; i < 25; i += 1) await save(other(`entry-${i}`));
  const first = (await changeStore.of(author))[0] ?? expect.fail();
  await flush(author);
  fixture.entry = ok({ ...sampleApiEntry(1, { fname: 'Mickey' }), id: first.entry });
  const { answers: base = {} } = first;
  const change = revision({ fname: 'Minnie' }, { entry: first.entry, base });
  await changeStore.update(author, first.entry, (it) => revised(it, change));
  await flush(author);
  expect(sent.at(-1)).toMatchObject({ id: 'change-1', ifVersion: 1, answers: { fname: 'Minnie' } });
  expect(new Set(await statuses())).toEqual(new Set(['delivered']));
});

test('a conflict in other fields: both changes are kept, and nobody is asked', async () => {
  const current = sampleApiEntry(2, { fname: 'Mickey', lname: 'Duck' });
  const stale: Answer = err({ is: 'refused', code: 'stale', title: '', issues: [], current });
  const { flush, save, sent, statuses } = createFixture(stale, ok(sampleApiEntry(3)));
  const base = { fname: 'Mickey', lname: 'Mouse' };
  await save(revision({ ...base, fname: 'Minnie' }, { base, ifVersion: 1 }));
  expect(await flush(author)).toEqual({ is: 'done' });
  expect(sent).toMatchObject([
    { ifVersion: 1, answers: { fname: 'Minnie', lname: 'Mouse' } },
    { ifVersion: 2, answers: { fname: 'Minnie', lname: 'Duck' } },
  ]);
  expect(await statuses()).toEqual(['delivered']);
});

const reallyWait = globalThis.setTimeout;

/** Lets time pass until there is an answer. The database and encryption ignore fake time, so they get a moment each second. */
async function answerOf<Value>(args: Promise<Value>): Promise<Value> {
  const waited = { isOver: false };
  const letFinish = () => void (waited.isOver = true);
  args.then(letFinish, letFinish);
  for (let second = 0; second < 200 && !waited.isOver; second += 1) {
    await new Promise((resolve) => reallyWait(resolve, 2));
    await vi.advanceTimersByTimeAsync(1000);
  }
  return args;
}

const forEver = new Promise<never>(() => undefined);
const useFakeTime = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

test('a lock that failed once is requested again', async () => {
  const { flush, save, failLocks } = createFixture();
  await save(sampleChange());
  failLocks(1);
  expect(await flush(author)).toMatchObject({ is: 'paused' });
  expect(await flush(author)).toEqual({ is: 'done' });
});

test('a lock that is not released is reported, and once it is, everything is sent', async () => {
  const { flush, save, locks, sent } = createFixture();
  await save(sampleChange());
  useFakeTime();
  let letGo: (() => void) | undefined;
  void locks.request(
    `formstead:outbox:${author}`,
    () => new Promise<void>((resolve) => (letGo = resolve)),
  );
  expect(await answerOf(flush(author))).toMatchObject({ is: 'paused', because: 'another-tab' });
  letGo?.();
  expect(await answerOf(flush(author))).toEqual({ is: 'done' });
  expect(sent).toHaveLength(1);
});

test('a token renewal that never ends pauses the queue like a missing network', async () => {
  const { flush, save, fixture } = createFixture();
  await save(sampleChange());
  useFakeTime();
  const { token } = fixture;
  fixture.token = forEver;
  expect((await answerOf(flush(author))).is).toBe('paused');
  fixture.token = token;
  expect(await answerOf(flush(author, { force: true }))).toEqual({ is: 'done' });
});

test('it is reported if another tab holds the lock on the tokens', async () => {
  const { flush, save, fixture } = createFixture();
  await save(sampleChange());
  fixture.token = err('another-tab');
  expect(await flush(author)).toMatchObject({ is: 'paused', because: 'another-tab' });
});

test('a delivery that never ends pauses the queue like a missing network', async () => {
  const { flush, save, statuses } = createFixture(forEver);
  await save(sampleChange());
  useFakeTime();
  expect((await answerOf(flush(author))).is).toBe('paused');
  expect(await answerOf(flush(author, { force: true }))).toEqual({ is: 'done' });
  expect(await statuses()).toEqual(['delivered']);
});

test('an entry that always makes the server fail does not block the others, and is tried again later', async () => {
  let isFixed = false;
  const sent: string[] = [];
  const { fixture, save, open, changeStore } = createFixture();
  const deliveryQueue = open({
    async deliver({ id }) {
      sent.push(id);
      const isPoison = id === 'poison' && !isFixed;
      return isPoison
        ? err({ is: 'unreachable', because: 'failed' })
        : ok({ ...sampleApiEntry(), id });
    },
  });
  await save(other('poison'), revision({ fname: 'M' }, { id: 'behind', entry: 'poison' }));
  await save(other('b'), other('c'));
  for (let turn = 0; turn < 12; turn += 1) {
    const flushResult = await deliveryQueue.flush(author);
    if (flushResult.is === 'paused') fixture.now = flushResult.until;
  }
  const ids = async () =>
    (await changeStore.of(author)).filter((it) => it.status.is === 'delivered').map(({ id }) => id);
  expect(await ids()).toEqual(['b', 'c']);
  expect(setAsideIn(await changeStore.backoff(author), 'poison')?.times).toBeGreaterThan(3);
  expect(sent).not.toContain('behind');
  isFixed = true;
  await deliveryQueue.flush(author, { force: true });
  expect(await ids()).toEqual(['poison', 'behind', 'b', 'c']);
});

test('files are sent after all changes, and those of other entries also while a change has stepped aside', async () => {
  const order: string[] = [];
  const { save, open } = createFixture();
  let left = 2;
  const { flush } = open({
    async deliver({ id }) {
      order.push(id);
      return ok({ ...sampleApiEntry(), id });
    },
    async sendFile() {
      order.push('a file');
      return (left -= 1) > 0 ? { is: 'settled' } : { is: 'done' };
    },
  });
  await save(sampleChange(), other('b'));
  expect(await flush(author)).toEqual({ is: 'done' });
  expect(order).toEqual([entry, 'b', 'a file', 'a file']);
});

test('while changes cannot be sent, no file is, and a pause of the files is reported', async () => {
  let steps = 0;
  const { save, open, fixture } = createFixture(unreachable);
  const { flush } = open({
    async sendFile() {
      steps += 1;
      return { is: 'paused', until: 9000 };
    },
  });
  await save(sampleChange());
  expect(await flush(author)).toMatchObject({ is: 'paused' });
  expect(steps).toBe(0);
  fixture.now += 500;
  expect(await flush(author)).toEqual({ is: 'paused', until: 9000 });
  expect(steps).toBe(1);
});

test('a file that is being sent stops for a change, and goes on after it', async () => {
  const order: string[] = [];
  const { save, open } = createFixture();
  let begun: (() => void) | undefined;
  const hasBegun = new Promise<void>((resolve) => (begun = resolve));
  const { flush } = open({
    async deliver({ id }) {
      order.push(id);
      return ok({ ...sampleApiEntry(), id });
    },
    sendFile: (_author, signal) =>
      new Promise((resolve) => {
        if (order.length > 0) return resolve({ is: 'done' });
        signal.addEventListener('abort', () => {
          order.push('stopped');
          resolve({ is: 'stopped' });
        });
        begun?.();
      }),
  });
  const first = flush(author);
  await hasBegun;
  await save(other('urgent'));
  await Promise.all([first, flush(author)]);
  expect(order).toEqual(['stopped', 'urgent']);
});
