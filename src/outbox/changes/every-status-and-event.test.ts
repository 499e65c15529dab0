import fc from 'fast-check';
import { expect, test } from 'vitest';
import { err, ok } from '#core/values/result.ts';
import * as entryChanges from './entry-changes.ts';
import {
  isOnlyHere,
  isUndelivered,
  isWithdrawal,
  unsent,
  changeKinds,
  type ChangeKind,
  type OwnKind,
  type QueuedChange,
  type ChangeStatus,
} from './queued-change.ts';
import {
  delivered,
  entry,
  sampleChange,
  refused,
  restoration,
  revision,
  sending,
  sampleApiEntry,
  unknown,
  withdrawal,
} from '../../testing/sample-changes.ts';

const at = '2026-11-20T09:42:00.000Z';
const statuses: { readonly [name: string]: ChangeStatus } = {
  waiting: unsent,
  unknown,
  sending,
  refused: refused(),
  delivered: delivered(1, { fname: 'Mickey' }),
};

/** Reviews, corrections, comments and assignments are of others’ entries, so they are never among an entry’s own changes. */
const ofOthers: readonly ChangeKind[] = [
  'review',
  'correct',
  'comment',
  'takeBackComment',
  'assign',
];
const ownKinds = changeKinds.filter((it): it is OwnKind => !ofOthers.includes(it));

const make: { readonly [Kind in OwnKind]: (status: ChangeStatus, id: string) => QueuedChange } = {
  submit: (status) => sampleChange({ status }),
  revise: (status, id) => revision({ fname: 'Minnie' }, { id, status }),
  withdraw: (status, id) => withdrawal({ id, status }),
  restore: (status, id) => restoration({ id, status }),
  erase: (status, id) => withdrawal({ id, status, kind: 'erase' }),
};

/** What can happen to the changes of an entry, or to the last of them. @param id for a change that is added */
const events: {
  readonly [name: string]: (
    it: entryChanges.EntryChanges,
    last: string,
    id: string,
  ) => entryChanges.EntryChanges;
} = {
  'new answers': (it, _, id) => entryChanges.revised(it, revision({ fname: 'Donald' }, { id })),
  withdrawn: (it, _, id) => entryChanges.withdrawn(it, make.withdraw(unsent, id)),
  restored: (it, _, id) => entryChanges.restored(it, make.restore(unsent, id)),
  erased: (it, _, id) => entryChanges.erased(it, make.erase(unsent, id)),
  discarded: (it, last) => entryChanges.discarded(it, last),
  'added again': (it, _, id) => entryChanges.broughtBack(it, make.revise(unsent, id)),
  'tried again': (it, last, id) => entryChanges.triedAgain(it, last, id),
  exported: (it, last) => entryChanges.exported(it, last),
  sent: (it, last) => entryChanges.leaving(it, last),
  delivered: (it, last) =>
    entryChanges.answered(it, last, { answer: ok(sampleApiEntry(2, { fname: 'Server' })), at }),
  'no answer': (it, last) =>
    entryChanges.answered(it, last, { answer: err({ is: 'unreachable' as const }), at }),
  refused: (it, last) =>
    entryChanges.answered(it, last, {
      answer: err({ is: 'refused' as const, code: 'invalid', title: 'No', issues: [] }),
      at,
    }),
};

/** As in `submit waiting "Mickey"`: kind, status and answer of each change. */
function asText(after: entryChanges.EntryChanges): string {
  const texts = after.map(({ kind, status, answers }) => {
    const is = Object.entries(statuses).find(
      ([, it]) => it.is === status.is && it.is !== 'waiting',
    );
    const attempts = status.is === 'waiting' && status.attempts > 0 ? 'unknown' : 'waiting';
    const shownAnswers = status.is === 'delivered' ? status.apiEntry?.answers : answers;
    const fname = (shownAnswers as { fname?: string } | undefined)?.fname;
    return [kind, is?.[0] ?? attempts, ...(fname ? [`"${fname}"`] : [])].join(' ');
  });
  return texts.join(', ') || '(nothing)';
}

test('every status and every event have the result in the table', async () => {
  const rows = ownKinds.flatMap((kind) =>
    Object.values(statuses).map((status) => {
      const last = make[kind](status, 'last');
      const first = sampleChange({ status: delivered(1, { fname: 'Mickey' }) });
      const before = kind === 'submit' ? [last] : [first, last];
      const cells = Object.entries(events).flatMap(([event, happens]) => {
        const after = asText(happens(before, last.id, 'new'));
        return after === asText(before) ? [] : [`  ${event}: ${after}`];
      });
      return [asText(before), ...cells].join('\n');
    }),
  );
  await expect(`${rows.join('\n\n')}\n`).toMatchFileSnapshot('every-status-and-event.txt');
});

type Step = readonly [event: string, chosen: number];

const histories = fc.array(fc.tuple(fc.constantFrom(...Object.keys(events)), fc.nat()), {
  minLength: 1,
  maxLength: 12,
});

/** Plays a history of an entry, in which each event happens to one of its changes. */
function play(history: readonly Step[], check: (step: Played) => void): void {
  let before: entryChanges.EntryChanges = [sampleChange()];
  for (const [index, [event, chosen]] of history.entries()) {
    const target = before[chosen % Math.max(before.length, 1)]?.id ?? entry;
    const happens = () => events[event]?.(before, target, `change-${index}`) ?? before;
    const after = happens();
    const again = events[event]?.(after, target, `again-${index}`) ?? after;
    check({ event, before, after, again });
    before = after;
  }
}

type Played = {
  readonly event: string;
  readonly before: entryChanges.EntryChanges;
  readonly after: entryChanges.EntryChanges;
  /** After the same event happened twice, as by a second tap. */
  readonly again: entryChanges.EntryChanges;
};

const always = (check: (step: Played) => void) =>
  fc.assert(
    fc.property(histories, (history) => play(history, check)),
    { numRuns: 2000, seed: 1 },
  );

const countWithdrawals = (it: entryChanges.EntryChanges) => it.filter(isWithdrawal).length;
const ids = (it: entryChanges.EntryChanges) => it.map(({ id }) => id);

test('a change that has or may have arrived is never dropped as if it had not been sent', () => {
  /** After these the changes before no longer count, whether they have arrived or not. */
  const superseding = ['new answers', 'tried again', 'withdrawn', 'erased'];
  always(({ event, before, after }) => {
    const mayBeThere = ids(before.filter((it) => !isOnlyHere(it)));
    if (!superseding.includes(event))
      expect(ids(after)).toEqual(expect.arrayContaining(mayBeThere));
    else if (mayBeThere.length > 0) expect(after).not.toEqual([]);
    if (['withdrawn', 'erased'].includes(event) && mayBeThere.length > 0)
      expect(after.some(isWithdrawal)).toBe(true);
  });
});

test('nothing is withdrawn or erased unless somebody asked for it', () => {
  const withdrawing = ['withdrawn', 'erased'];
  always(({ event, before, after }) => {
    if (withdrawing.includes(event)) return;
    expect(countWithdrawals(after)).toBeLessThanOrEqual(countWithdrawals(before));
  });
});

test('submissions and revisions have answers, the other changes have none', () => {
  always(({ after }) => {
    for (const { kind, answers, status } of after)
      expect(answers !== undefined).toBe(
        ['submit', 'revise'].includes(kind) && status.is !== 'delivered',
      );
    expect(new Set(ids(after)).size).toBe(after.length);
  });
});

test('a second tap has no further effect', () => {
  always(({ event, after, again }) => {
    const isWaiting = after.some(isUndelivered);
    const isUndone = event === 'restored' && after.at(-1)?.kind !== 'restore';
    if (!['withdrawn', 'erased', 'restored', 'discarded'].includes(event) || isUndone) return;
    if (isWaiting) expect(again).toEqual(after);
  });
});

test('no answers from the server are kept of an erased entry', () => {
  always(({ before, after }) => {
    const isErased = before.some(
      ({ kind, status }) => kind === 'erase' && status.is === 'delivered',
    );
    if (!isErased) return;
    for (const { status } of after)
      if (status.is === 'delivered' && status.apiEntry) expect(status.apiEntry.answers).toEqual({});
  });
});
