import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { err, ok, type Result } from '#core/result.ts';
import type { ToDeliver } from '../cloud/api.ts';
import type { Failure } from '../cloud/failure.ts';
import type { Told } from '../cloud/told.ts';
import { createDatabase } from '../device/database.ts';
import { createVault } from '../device/vault.ts';
import { createFakeLocks } from '../fake-world.tsx';
import { revised } from './chain.ts';
import { createDrainer } from './drainer.ts';
import type { Parcel } from './parcel.ts';
import { createParcels } from './parcels.ts';
import { asideIn } from './queue.ts';
import { entry, parcel, revision, told } from './sample-parcels.ts';

type Answer = Result<Told | undefined, Failure>;
afterEach(() => void vi.useRealTimers());

type Token = Awaited<ReturnType<Parameters<typeof createDrainer>[0]['tokens']['token']>>;
const author = 'mickey-1';
const delivered: Answer = ok(told());
const unreachable: Answer = err({ is: 'unreachable' });

function createWorld(...answers: (Answer | Promise<Answer>)[]) {
  const database = createDatabase(`drainer-${crypto.randomUUID()}`);
  const parcels = createParcels({ database, vault: createVault(database) });
  const fakes = createFakeLocks();
  let refusals = 0;
  const locks = {
    request: (...asked: Parameters<typeof fakes.request>) =>
      (refusals -= 1) >= 0
        ? Promise.reject(new DOMException('going away', 'AbortError'))
        : fakes.request(...asked),
  } as typeof fakes;
  const refuseLocks = (times: number) => void (refusals = times);
  const sent: ToDeliver[] = [];
  const read: string[] = [];
  const world = {
    now: Date.parse('2026-11-20T09:41:00.000Z'),
    entry: ok(told()) as Result<Told, Failure>,
    token: ok({ token: 't', person: { username: author, email: '' } }) as Token | Promise<never>,
  };
  const open = (more: Partial<Parameters<typeof createDrainer>[0]> = {}) =>
    createDrainer({
      parcels,
      locks,
      tokens: { token: () => Promise.resolve(world.token) },
      async deliver(it) {
        sent.push(it);
        return answers.shift() ?? delivered;
      },
      read: async (_form, id, options) => {
        read.push(`${id} as ${options?.as}`);
        return world.entry;
      },
      now: () => world.now,
      random: () => 0.5,
      onChange: () => undefined,
      ...more,
    });
  const save = async (...some: Parcel[]) => {
    for (const it of some) await parcels.change(author, it.entry, (chain) => [...chain, it]);
  };
  const stands = async () => (await parcels.of(author)).map((it) => it.stand.is);
  return { world, parcels, locks, refuseLocks, sent, read, open, save, stands, ...open() };
}

const other = (id: string) => parcel({ id, entry: id });

test('what waits is sent, one after the other, until nothing waits', async () => {
  const { drain, save, sent, stands } = createWorld();
  await save(parcel(), other('b'), other('c'));
  expect(await drain(author)).toEqual({ is: 'done' });
  expect(sent.map(({ id }) => id)).toEqual([entry, 'b', 'c']);
  expect(await stands()).toEqual(['delivered', 'delivered', 'delivered']);
});

test('one failure is a pause for all: the others are not tried', async () => {
  const { drain, save, sent, world } = createWorld(unreachable);
  await save(parcel(), other('b'));
  expect(await drain(author)).toEqual({ is: 'rest', until: world.now + 500 });
  expect(sent).toHaveLength(1);
  expect(await drain(author)).toEqual({ is: 'rest', until: world.now + 500 });
  expect(sent).toHaveLength(1);
  world.now += 500;
  expect(await drain(author)).toEqual({ is: 'done' });
});

test('the pause ends at once when the network comes back, or the person says so', async () => {
  const { drain, save } = createWorld(unreachable);
  await save(parcel());
  await drain(author);
  expect(await drain(author, { anew: true })).toEqual({ is: 'done' });
});

test('who does not want to wait is still made to by a server that has just asked for it', async () => {
  const answers: ((answer: Answer) => void)[] = [];
  const { drain, save, sent, world } = createWorld(new Promise((resolve) => answers.push(resolve)));
  await save(parcel());
  const first = drain(author);
  await expect.poll(() => sent.length).toBe(1);
  const second = drain(author, { anew: true });
  answers[0]?.(err({ is: 'unreachable', retryAfter: 2000 }));
  await first;
  expect(await second).toEqual({ is: 'rest', until: world.now + 2000 });
});

test.each(['not_found', 'form_version_unknown'])(
  'a new entry for a form that the server does not know yet (%s) is sent again by itself',
  async (code) => {
    const older = err({ is: 'refused' as const, code, title: 'No', complaints: [] });
    const { drain, save, stands, world } = createWorld(older, older);
    await save(parcel());
    expect(await drain(author)).toMatchObject({ is: 'rest' });
    expect(await stands()).toEqual(['waiting']);
    for (let n = 0; n < 2; n += 1) {
      world.now += 60_000;
      await drain(author);
    }
    expect(await stands()).toEqual(['delivered']);
  },
);

test('what is refused does not hold up the next', async () => {
  const refusal = err({ is: 'refused' as const, code: 'invalid', title: 'No', complaints: [] });
  const { drain, save, stands } = createWorld(refusal);
  await save(parcel(), other('b'));
  expect(await drain(author)).toEqual({ is: 'done' });
  expect(await stands()).toEqual(['attention', 'delivered']);
});

test('nothing leaves under another person’s name, or without one', async () => {
  const { drain, save, sent, world, stands } = createWorld();
  await save(parcel());
  world.token = ok({ token: 't', person: { username: 'minnie-2', email: '' } });
  expect(await drain(author)).toEqual({ is: 'signed-out' });
  world.token = err('signed-out');
  expect(await drain(author)).toEqual({ is: 'signed-out' });
  expect(sent).toEqual([]);
  expect(await stands()).toEqual(['waiting']);
});

test('without an answer from Cognito it is a pause, and no attempt is counted', async () => {
  const { drain, save, world, parcels } = createWorld();
  await save(parcel());
  world.token = err('unreachable');
  expect((await drain(author)).is).toBe('rest');
  expect((await parcels.of(author))[0]?.stand).toEqual({ is: 'waiting', attempts: 0 });
});

test('two tabs that are asked to drain at once send everything once', async () => {
  const { open, save, sent } = createWorld();
  await save(parcel(), other('b'), other('c'));
  await Promise.all([open().drain(author), open().drain(author), open().drain(author)]);
  expect(sent.map(({ id }) => id)).toEqual([entry, 'b', 'c']);
});

test('what is saved while the outbox is being emptied leaves as well', async () => {
  const answers: ((answer: Answer) => void)[] = [];
  const { drain, save, sent } = createWorld(new Promise((resolve) => answers.push(resolve)));
  await save(parcel());
  const first = drain(author);
  await expect.poll(() => sent.length).toBe(1);
  await save(other('b'));
  const second = drain(author);
  answers[0]?.(delivered);
  await Promise.all([first, second]);
  expect(sent.map(({ id }) => id)).toEqual([entry, 'b']);
});

test('changes to one entry go in order, each to the version the one before has made', async () => {
  const { drain, save, sent } = createWorld(ok(told(1)), ok(told(2)));
  await save(parcel());
  await save(revision({ fname: 'M' }));
  await drain(author);
  expect(sent.map(({ does, ifVersion }) => [does, ifVersion])).toEqual([
    ['submit', undefined],
    ['revise', 1],
  ]);
});

test('of what was delivered the last twenty are kept', async () => {
  const { drain, save, parcels } = createWorld();
  for (let i = 0; i < 23; i += 1) await save(other(`entry-${i}`));
  await drain(author);
  const kept = await parcels.of(author);
  expect(kept.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, i) => `entry-${i + 3}`));
});

test('changed when its entry had long arrived, and its receipt was gone: a change to what the entry says by now', async () => {
  const { world, drain, save, sent, read } = createWorld();
  world.entry = ok(told(3, { fname: 'Mickey', lname: 'Duck' }));
  const base = { fname: 'Mickey', lname: 'Mouse' };
  await save(revision({ ...base, fname: 'Minnie' }, { base }));
  await drain(author);
  expect(read).toEqual([`${entry} as ${author}`]);
  expect(sent).toMatchObject([{ ifVersion: 3, answers: { fname: 'Minnie', lname: 'Duck' } }]);
});

test('without an answer to what the entry says by now, the change waits like any other', async () => {
  const { world, drain, save, sent, stands } = createWorld();
  world.entry = err({ is: 'unreachable' });
  await save(revision({ fname: 'Minnie' }, { base: {} }));
  expect((await drain(author)).is).toBe('rest');
  expect([sent, await stands()]).toEqual([[], ['waiting']]);
});

test('edited while more entries wait than receipts are kept, saved after all have arrived: it arrives as well', async () => {
  const { world, drain, save, sent, parcels, stands } = createWorld();
  for (let i = 0; i < 25; i += 1) await save(other(`entry-${i}`));
  const first = (await parcels.of(author))[0] ?? expect.fail();
  await drain(author);
  world.entry = ok({ ...told(1, { fname: 'Mickey' }), id: first.entry });
  const { answers: base = {} } = first;
  const change = revision({ fname: 'Minnie' }, { entry: first.entry, base });
  await parcels.change(author, first.entry, (it) => revised(it, change));
  await drain(author);
  expect(sent.at(-1)).toMatchObject({ id: 'change-1', ifVersion: 1, answers: { fname: 'Minnie' } });
  expect(new Set(await stands())).toEqual(new Set(['delivered']));
});

test('somebody was faster, with other fields: both changes are kept, and nobody is asked', async () => {
  const current = told(2, { fname: 'Mickey', lname: 'Duck' });
  const stale: Answer = err({ is: 'refused', code: 'stale', title: '', complaints: [], current });
  const { drain, save, sent, stands } = createWorld(stale, ok(told(3)));
  const base = { fname: 'Mickey', lname: 'Mouse' };
  await save(revision({ ...base, fname: 'Minnie' }, { base, ifVersion: 1 }));
  expect(await drain(author)).toEqual({ is: 'done' });
  expect(sent).toMatchObject([
    { ifVersion: 1, answers: { fname: 'Minnie', lname: 'Mouse' } },
    { ifVersion: 2, answers: { fname: 'Minnie', lname: 'Duck' } },
  ]);
  expect(await stands()).toEqual(['delivered']);
});

const reallyWait = globalThis.setTimeout;

/** Lets time pass until there is an answer, of which the database and its seals know nothing: they have a moment each second. */
async function answerOf<Value>(asked: Promise<Value>): Promise<Value> {
  const waited = { isOver: false };
  const settle = () => void (waited.isOver = true);
  asked.then(settle, settle);
  for (let second = 0; second < 200 && !waited.isOver; second += 1) {
    await new Promise((resolve) => reallyWait(resolve, 2));
    await vi.advanceTimersByTimeAsync(1000);
  }
  return asked;
}

const forEver = new Promise<never>(() => undefined);
const useFakeTime = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

test('a lock that was refused once is asked for again', async () => {
  const { drain, save, refuseLocks } = createWorld();
  await save(parcel());
  refuseLocks(1);
  expect(await drain(author)).toMatchObject({ is: 'rest' });
  expect(await drain(author)).toEqual({ is: 'done' });
});

test('a lock that is never given back is named, and once it is, everything leaves', async () => {
  const { drain, save, locks, sent } = createWorld();
  await save(parcel());
  useFakeTime();
  let letGo: (() => void) | undefined;
  void locks.request(
    `formstead:outbox:${author}`,
    () => new Promise<void>((resolve) => (letGo = resolve)),
  );
  expect(await answerOf(drain(author))).toMatchObject({ is: 'rest', because: 'another-tab' });
  letGo?.();
  expect(await answerOf(drain(author))).toEqual({ is: 'done' });
  expect(sent).toHaveLength(1);
});

test('a renewal that never ends is a pause like any without a network', async () => {
  const { drain, save, world } = createWorld();
  await save(parcel());
  useFakeTime();
  const { token } = world;
  world.token = forEver;
  expect((await answerOf(drain(author))).is).toBe('rest');
  world.token = token;
  expect(await answerOf(drain(author, { anew: true }))).toEqual({ is: 'done' });
});

test('tokens another tab holds on to are named as that', async () => {
  const { drain, save, world } = createWorld();
  await save(parcel());
  world.token = err('another-tab');
  expect(await drain(author)).toMatchObject({ is: 'rest', because: 'another-tab' });
});

test('a delivery that never ends is a pause like any without a network', async () => {
  const { drain, save, stands } = createWorld(forEver);
  await save(parcel());
  useFakeTime();
  expect((await answerOf(drain(author))).is).toBe('rest');
  expect(await answerOf(drain(author, { anew: true }))).toEqual({ is: 'done' });
  expect(await stands()).toEqual(['delivered']);
});

test('an entry that the server fails at every time does not hold up the others, and is tried again later', async () => {
  let isMended = false;
  const sent: string[] = [];
  const { world, save, open, parcels } = createWorld();
  const drainer = open({
    async deliver({ id }) {
      sent.push(id);
      const isPoison = id === 'poison' && !isMended;
      return isPoison ? err({ is: 'unreachable', because: 'failed' }) : ok({ ...told(), id });
    },
  });
  await save(other('poison'), revision({ fname: 'M' }, { id: 'behind', entry: 'poison' }));
  await save(other('b'), other('c'));
  for (let turn = 0; turn < 12; turn += 1) {
    const drained = await drainer.drain(author);
    if (drained.is === 'rest') world.now = drained.until;
  }
  const ids = async () =>
    (await parcels.of(author)).filter((it) => it.stand.is === 'delivered').map(({ id }) => id);
  expect(await ids()).toEqual(['b', 'c']);
  expect(asideIn(await parcels.queue(author), 'poison')?.times).toBeGreaterThan(3);
  expect(sent).not.toContain('behind');
  isMended = true;
  await drainer.drain(author, { anew: true });
  expect(await ids()).toEqual(['poison', 'behind', 'b', 'c']);
});
