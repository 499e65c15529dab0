import fc from 'fast-check';
import { expect, test } from 'vitest';
import { err, ok } from '#core/values/result.ts';
import type { ApiFailure } from '../../cloud/api/api-failure.ts';
import { answered, leaving } from './entry-changes.ts';
import { isUndelivered, type QueuedChange } from './queued-change.ts';
import { idleBackoff, setAsideIn, type Backoff, type PauseReason } from './backoff.ts';
import { afterAnswer, afterAttempt, nextStep, withoutPauses } from './retry-schedule.ts';
import { sampleChange, refused, revision, sampleApiEntry } from '../../testing/sample-changes.ts';

const source = { now: 1_000_000, random: 0.5 };
const minute = 60_000;
const failed = { because: 'failed' } as const;
const noAnswer = {};
const busy = { because: 'busy' } as const;
const one = sampleChange({ id: 'one', entry: 'one' });
const two = sampleChange({ id: 'two', entry: 'two' });

/** The backoff after these attempts: the change's id, and the outcome. */
function after(...happened: [string, 'taken' | { readonly because?: PauseReason }][]): Backoff {
  return happened.reduce(
    (backoff: Backoff, [id, how]) =>
      how === 'taken' ? afterAnswer(backoff, id) : afterAttempt(backoff, id, how, source),
    idleBackoff,
  );
}

const goes = (backoff: Backoff, now = source.now + 60 * minute) => {
  const todo = nextStep([one, two], backoff, now);
  return todo.is === 'send' ? todo.change.id : todo.is;
};

/* The table in docs/offline.md, row by row. */

test('the first failures of a change pause the queue, and the same change is tried next', () => {
  const backoff = after(['one', failed], ['one', failed]);
  expect(nextStep([one, two], backoff, source.now)).toMatchObject({
    is: 'paused',
    because: 'failed',
  });
  expect(goes(backoff)).toBe('one');
  expect(setAsideIn(backoff, 'one')).toBeUndefined();
});

test('after three failures in a row another change is tried', () => {
  expect(goes(after(['one', failed], ['one', failed], ['one', failed]))).toBe('two');
});

test('the same holds if the person restarts the queue each time', () => {
  let backoff = idleBackoff;
  for (let times = 0; times < 3; times += 1)
    backoff = afterAttempt(withoutPauses(backoff), 'one', failed, source);
  expect(goes(withoutPauses(backoff), source.now)).toBe('two');
});

test('if that change fails as well, none is set aside, and the pauses grow', () => {
  const outage = Array.from({ length: 30 }, (_, i): [string, typeof failed] => [
    i % 2 ? 'two' : 'one',
    failed,
  ]);
  const backoff = after(...outage);
  expect([setAsideIn(backoff, 'one'), setAsideIn(backoff, 'two')]).toEqual([undefined, undefined]);
  expect(backoff.retryAt - source.now).toBe(2.5 * minute);
  expect(nextStep([two], afterAnswer(backoff, 'one'), source.now).is).toBe('send');
});

test('if that change is delivered, the first is tried once more, then set aside', () => {
  const backoff = after(['one', failed], ['one', failed], ['one', failed], ['two', 'taken']);
  expect(nextStep([one], backoff, source.now).is).toBe('send');
  const aside = afterAttempt(backoff, 'one', failed, source);
  expect(setAsideIn(aside, 'one')).toMatchObject({ times: 4 });
  // The other changes need not wait.
  expect(goes(aside, source.now)).toBe('two');
  expect(nextStep([one], aside, source.now)).toMatchObject({ is: 'paused', because: 'aside' });
});

test('a change that gets no answer while others do is set aside as well', () => {
  const backoff = after(
    ['one', noAnswer],
    ['one', noAnswer],
    ['one', noAnswer],
    ['two', 'taken'],
    ['one', noAnswer],
  );
  expect(setAsideIn(backoff, 'one')).toBeDefined();
});

test('a busy server causes no change to be set aside', () => {
  const backoff = after(
    ['one', busy],
    ['one', busy],
    ['one', busy],
    ['two', 'taken'],
    ['one', busy],
    ['one', busy],
  );
  expect(setAsideIn(backoff, 'one')).toBeUndefined();
  expect(nextStep([one], backoff, source.now)).toMatchObject({ is: 'paused', because: 'busy' });
});

const aside = after(
  ['one', failed],
  ['one', failed],
  ['one', failed],
  ['two', 'taken'],
  ['one', failed],
);

test('a change that is set aside is tried again at growing intervals, and behind the others when its author asks', () => {
  const { until = 0 } = setAsideIn(aside, 'one') ?? {};
  expect(until - source.now).toBeGreaterThanOrEqual(minute / 2);
  expect(nextStep([one], aside, until).is).toBe('send');
  let backoff = aside;
  for (let more = 0; more < 40; more += 1) backoff = afterAttempt(backoff, 'one', failed, source);
  expect((setAsideIn(backoff, 'one')?.until ?? 0) - source.now).toBe(180 * minute);
  expect(nextStep([one], withoutPauses(backoff), source.now).is).toBe('send');
  expect(setAsideIn(withoutPauses(backoff), 'one')).toBeDefined();
  expect(goes(withoutPauses(backoff), source.now)).toBe('two');
});

test('once a change that was set aside is delivered, its failures are forgotten', () => {
  expect(afterAnswer(aside, 'one').failing).toEqual({});
});

test('setting the clock back does not make it wait for years', () => {
  expect(nextStep([one], aside, source.now - 365 * 24 * 60 * minute).is).toBe('send');
});

test('a change waits for an earlier one to the same entry that is set aside; other entries do not', () => {
  const behind = revision({ fname: 'M' }, { id: 'behind', entry: 'one' });
  expect(nextStep([one, behind, two], aside, source.now)).toMatchObject({ change: { id: 'two' } });
  expect(nextStep([one, behind], aside, source.now).is).toBe('paused');
});

test('a stored backoff without failing changes, from an early version, is read', () => {
  expect(goes({ failures: 7, retryAt: 0 })).toBe('one');
});

/** What the server does with an entry: it may fail for ever, or until some time. */
type Outcome = {
  readonly fails: 'never' | 'for ever' | number;
  readonly how: 'failed' | 'no answer';
};

/** Simulates some days of delivery. */
function deliverFor(days: number, outcomes: readonly Outcome[], chances: readonly number[]) {
  let allChanges = outcomes.map((_, i) => {
    const entry = `entry-${i}`;
    return [
      sampleChange({ id: `${entry}-new`, entry }),
      revision({ fname: 'M' }, { id: `${entry}-change`, entry }),
    ] as readonly QueuedChange[];
  });
  const accepted: string[] = [];
  const tried = new Map<string, number>();
  let backoff: Backoff = idleBackoff;
  let now = 0;
  for (let step = 0; now < days * 24 * 60 * minute; step += 1) {
    const todo = nextStep(allChanges.flat(), backoff, now);
    if (todo.is === 'done') break;
    if (todo.is === 'paused') {
      now = todo.until;
      continue;
    }
    now += 100;
    const { id, entry } = todo.change;
    const { fails, how } = outcomes[Number(entry.slice('entry-'.length))] as Outcome;
    tried.set(id, (tried.get(id) ?? 0) + 1);
    const isAccepted = fails === 'never' || (typeof fails === 'number' && now >= fails);
    const failure: ApiFailure =
      how === 'failed' ? { is: 'unreachable', because: 'failed' } : { is: 'unreachable' };
    const answer = isAccepted ? ok(sampleApiEntry()) : err(failure);
    const random = chances[step % chances.length] ?? 0;
    allChanges = allChanges.map((it) => answered(leaving(it, id), id, { answer, at: '' }));
    backoff = isAccepted
      ? afterAnswer(backoff, id)
      : afterAttempt(backoff, id, failure.is === 'unreachable' ? failure : {}, { now, random });
    if (isAccepted) accepted.push(id);
  }
  return {
    accepted,
    tried,
    backoff,
    undelivered: allChanges.flat().filter(isUndelivered),
    now,
  };
}

const outcome = fc.record({
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

test('whatever happens to some entries, the others are delivered in order once the server accepts them', () => {
  fc.assert(
    fc.property(
      fc.array(outcome, { minLength: 1, maxLength: 25 }),
      chances,
      (outcomes, chances) => {
        const { accepted, undelivered } = deliverFor(7, outcomes, chances);
        const healthy = outcomes.flatMap(({ fails }, i) =>
          fails === 'for ever' ? [] : [`entry-${i}-new`, `entry-${i}-change`],
        );
        // Each once, and no change before the one it is based on.
        expect(accepted.toSorted()).toEqual(healthy.toSorted());
        for (const [at, id] of accepted.entries())
          if (id.endsWith('-change'))
            expect(accepted.slice(0, at)).toContain(id.replace('change', 'new'));
        expect(undelivered).toHaveLength(2 * outcomes.length - healthy.length);
      },
    ),
    { numRuns: 60 },
  );
});

test('during an outage attempts become rare, and afterwards everything is sent soon', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), chances, (count, chances) => {
      const end = 24 * 60 * minute;
      const outcomes = Array.from(
        { length: count },
        () => ({ fails: end, how: 'failed' }) as const,
      );
      const busy = deliverFor(0.99, outcomes, [0.5]);
      expect([...busy.tried.values()].reduce((a, b) => a + b, 0)).toBeLessThan(700);
      for (const id of busy.tried.keys()) expect(setAsideIn(busy.backoff, id)).toBeUndefined();
      const { accepted, now } = deliverFor(2, outcomes, chances);
      expect(accepted).toHaveLength(2 * count);
      expect(now - end).toBeLessThan(6 * minute);
    }),
    { numRuns: 30 },
  );
});

test('a refusal counts as an answer: the server is up', () => {
  const refusedChange = sampleChange({ id: 'refused', entry: 'refused', status: refused() });
  const backoff = after(['one', failed], ['one', failed], ['one', failed], ['refused', 'taken']);
  expect(
    nextStep([refusedChange, one], afterAttempt(backoff, 'one', failed, source), source.now).is,
  ).toBe('paused');
});
