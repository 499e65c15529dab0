import fc from 'fast-check';
import { expect, test } from 'vitest';
import { err, ok } from '#core/result.ts';
import type { Failure } from '../cloud/failure.ts';
import { answered, leaving } from './chain.ts';
import { isOnItsWay, type Parcel } from './parcel.ts';
import {
  afterAnswer,
  afterAttempt,
  asideIn,
  atOnce,
  next,
  type Because,
  type Queue,
} from './queue.ts';
import { rested } from './rested.ts';
import { parcel, refused, revision, told } from './sample-parcels.ts';

const source = { now: 1_000_000, random: 0.5 };
const minute = 60_000;
const failed = { because: 'failed' } as const;
const noAnswer = {};
const busy = { because: 'busy' } as const;
const one = parcel({ id: 'one', entry: 'one' });
const two = parcel({ id: 'two', entry: 'two' });

/** A queue after what has happened: what came of an attempt at which parcel, in turn. */
function after(...happened: [string, 'taken' | { readonly because?: Because }][]): Queue {
  return happened.reduce(
    (queue: Queue, [id, how]) =>
      how === 'taken' ? afterAnswer(queue, id) : afterAttempt(queue, id, how, source),
    rested,
  );
}

const goes = (queue: Queue, now = source.now + 60 * minute) => {
  const todo = next([one, two], queue, now);
  return todo.is === 'send' ? todo.parcel.id : todo.is;
};

/* The table in docs/offline.md, row by row. */

test('the first failures at a parcel are the queue’s: it rests, and the same goes next', () => {
  const queue = after(['one', failed], ['one', failed]);
  expect(next([one, two], queue, source.now)).toMatchObject({ is: 'rest', because: 'failed' });
  expect(goes(queue)).toBe('one');
  expect(asideIn(queue, 'one')).toBeUndefined();
});

test('after three failures in a row another is tried', () => {
  expect(goes(after(['one', failed], ['one', failed], ['one', failed]))).toBe('two');
});

test('so it is where an impatient person begins the queue anew each time', () => {
  let queue = rested;
  for (let times = 0; times < 3; times += 1)
    queue = afterAttempt(atOnce(queue), 'one', failed, source);
  expect(goes(atOnce(queue), source.now)).toBe('two');
});

test('where that one fails as well, it is the whole server: none steps aside, and the pauses grow', () => {
  const outage = Array.from({ length: 30 }, (_, i): [string, typeof failed] => [
    i % 2 ? 'two' : 'one',
    failed,
  ]);
  const queue = after(...outage);
  expect([asideIn(queue, 'one'), asideIn(queue, 'two')]).toEqual([undefined, undefined]);
  expect(queue.restsUntil - source.now).toBe(2.5 * minute);
  expect(next([two], afterAnswer(queue, 'one'), source.now).is).toBe('send');
});

test('where that one is taken, the first is tried once more, and then steps aside', () => {
  const queue = after(['one', failed], ['one', failed], ['one', failed], ['two', 'taken']);
  expect(next([one], queue, source.now).is).toBe('send');
  const aside = afterAttempt(queue, 'one', failed, source);
  expect(asideIn(aside, 'one')).toMatchObject({ times: 4 });
  // The others are not made to wait.
  expect(goes(aside, source.now)).toBe('two');
  expect(next([one], aside, source.now)).toMatchObject({ is: 'rest', because: 'aside' });
});

test('so does one that is never answered while others are', () => {
  const queue = after(
    ['one', noAnswer],
    ['one', noAnswer],
    ['one', noAnswer],
    ['two', 'taken'],
    ['one', noAnswer],
  );
  expect(asideIn(queue, 'one')).toBeDefined();
});

test('a server that has no time for anybody makes nobody step aside', () => {
  const queue = after(
    ['one', busy],
    ['one', busy],
    ['one', busy],
    ['two', 'taken'],
    ['one', busy],
    ['one', busy],
  );
  expect(asideIn(queue, 'one')).toBeUndefined();
  expect(next([one], queue, source.now)).toMatchObject({ is: 'rest', because: 'busy' });
});

const aside = after(
  ['one', failed],
  ['one', failed],
  ['one', failed],
  ['two', 'taken'],
  ['one', failed],
);

test('what has stepped aside is tried again later and later, and when its author says so, behind the others', () => {
  const { until = 0 } = asideIn(aside, 'one') ?? {};
  expect(until - source.now).toBeGreaterThanOrEqual(minute / 2);
  expect(next([one], aside, until).is).toBe('send');
  let queue = aside;
  for (let more = 0; more < 40; more += 1) queue = afterAttempt(queue, 'one', failed, source);
  expect((asideIn(queue, 'one')?.until ?? 0) - source.now).toBe(180 * minute);
  expect(next([one], atOnce(queue), source.now).is).toBe('send');
  expect(asideIn(atOnce(queue), 'one')).toBeDefined();
  expect(goes(atOnce(queue), source.now)).toBe('two');
});

test('what had stepped aside and is taken in the end is forgotten', () => {
  expect(afterAnswer(aside, 'one').failing).toEqual({});
});

test('a clock that was put back does not make it wait for years', () => {
  expect(next([one], aside, source.now - 365 * 24 * 60 * minute).is).toBe('send');
});

test('a change behind one that has stepped aside waits for it; other entries do not', () => {
  const behind = revision({ fname: 'M' }, { id: 'behind', entry: 'one' });
  expect(next([one, behind, two], aside, source.now)).toMatchObject({ parcel: { id: 'two' } });
  expect(next([one, behind], aside, source.now).is).toBe('rest');
});

test('a queue from before there was stepping aside is read as it is', () => {
  expect(goes({ failures: 7, restsUntil: 0 })).toBe('one');
});

/** What a server makes of an entry: it may fail at it for ever, or until some time. */
type Fate = { readonly fails: 'never' | 'for ever' | number; readonly how: 'failed' | 'no answer' };

/** A device whose outbox is emptied for some days, by a clock of its own. */
function deliverFor(days: number, fates: readonly Fate[], seed: readonly number[]) {
  let chains = fates.map((_, i) => {
    const entry = `entry-${i}`;
    return [
      parcel({ id: `${entry}-new`, entry }),
      revision({ fname: 'M' }, { id: `${entry}-change`, entry }),
    ] as readonly Parcel[];
  });
  const taken: string[] = [];
  const tried = new Map<string, number>();
  let queue: Queue = rested;
  let now = 0;
  for (let step = 0; now < days * 24 * 60 * minute; step += 1) {
    const todo = next(chains.flat(), queue, now);
    if (todo.is === 'done') break;
    if (todo.is === 'rest') {
      now = todo.until;
      continue;
    }
    now += 100;
    const { id, entry } = todo.parcel;
    const { fails, how } = fates[Number(entry.slice('entry-'.length))] as Fate;
    tried.set(id, (tried.get(id) ?? 0) + 1);
    const isTaken = fails === 'never' || (typeof fails === 'number' && now >= fails);
    const failure: Failure =
      how === 'failed' ? { is: 'unreachable', because: 'failed' } : { is: 'unreachable' };
    const answer = isTaken ? ok(told()) : err(failure);
    const random = seed[step % seed.length] ?? 0;
    chains = chains.map((it) => answered(leaving(it, id), id, { answer, at: '' }));
    queue = isTaken
      ? afterAnswer(queue, id)
      : afterAttempt(queue, id, failure.is === 'unreachable' ? failure : {}, { now, random });
    if (isTaken) taken.push(id);
  }
  return { taken, tried, queue, left: chains.flat().filter(isOnItsWay), now };
}

const fate = fc.record({
  fails: fc.oneof(
    { weight: 3, arbitrary: fc.constant('never' as const) },
    { weight: 1, arbitrary: fc.constant('for ever' as const) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 24 * 60 * minute }) },
  ),
  how: fc.constantFrom('failed' as const, 'no answer' as const),
});
const chances = fc.array(fc.double({ min: 0.2, max: 1, maxExcluded: true, noNaN: true }), {
  minLength: 1,
  maxLength: 20,
});

test('whatever the server does to some entries, each of the others is delivered once it takes it, in its order', () => {
  fc.assert(
    fc.property(fc.array(fate, { minLength: 1, maxLength: 25 }), chances, (fates, seed) => {
      const { taken, left } = deliverFor(7, fates, seed);
      const healthy = fates.flatMap(({ fails }, i) =>
        fails === 'for ever' ? [] : [`entry-${i}-new`, `entry-${i}-change`],
      );
      // Once each, and no change before what it is built on.
      expect(taken.toSorted()).toEqual(healthy.toSorted());
      for (const [at, id] of taken.entries())
        if (id.endsWith('-change'))
          expect(taken.slice(0, at)).toContain(id.replace('change', 'new'));
      expect(left).toHaveLength(2 * fates.length - healthy.length);
    }),
    { numRuns: 60 },
  );
});

test('in a general outage attempts grow rare, and once it is over everything leaves at once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), chances, (count, seed) => {
      const end = 24 * 60 * minute;
      const fates = Array.from({ length: count }, () => ({ fails: end, how: 'failed' }) as const);
      const busy = deliverFor(0.99, fates, [0.5]);
      expect([...busy.tried.values()].reduce((a, b) => a + b, 0)).toBeLessThan(700);
      for (const id of busy.tried.keys()) expect(asideIn(busy.queue, id)).toBeUndefined();
      const { taken, now } = deliverFor(2, fates, seed);
      expect(taken).toHaveLength(2 * count);
      expect(now - end).toBeLessThan(6 * minute);
    }),
    { numRuns: 30 },
  );
});

test('what the server refuses is an answer: it shows that the server is there', () => {
  const refusal = parcel({ id: 'refused', entry: 'refused', stand: refused() });
  const queue = after(['one', failed], ['one', failed], ['one', failed], ['refused', 'taken']);
  expect(next([refusal, one], afterAttempt(queue, 'one', failed, source), source.now).is).toBe(
    'rest',
  );
});
