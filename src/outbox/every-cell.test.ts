import fc from 'fast-check';
import { expect, test } from 'vitest';
import { err, ok } from '#core/result.ts';
import * as chain from './chain.ts';
import {
  isHereOnly,
  isOnItsWay,
  isTakingBack,
  unsent,
  deeds,
  type Deed,
  type Parcel,
  type Stand,
} from './parcel.ts';
import {
  delivered,
  entry,
  parcel,
  refused,
  restoration,
  revision,
  sending,
  told,
  unknown,
  withdrawal,
} from './sample-parcels.ts';

const at = '2026-11-20T09:42:00.000Z';
const stands: { readonly [name: string]: Stand } = {
  waiting: unsent,
  unknown,
  sending,
  refused: refused(),
  delivered: delivered(1, { fname: 'Mickey' }),
};

const make: { readonly [Does in Deed]: (stand: Stand, id: string) => Parcel } = {
  submit: (stand) => parcel({ stand }),
  revise: (stand, id) => revision({ fname: 'Minnie' }, { id, stand }),
  withdraw: (stand, id) => withdrawal({ id, stand }),
  restore: (stand, id) => restoration({ id, stand }),
  erase: (stand, id) => withdrawal({ id, stand, does: 'erase' }),
};

/** What can happen to a chain, and to its last parcel. Each has an id of its own for what it adds. */
const events: {
  readonly [name: string]: (it: chain.Chain, last: string, id: string) => chain.Chain;
} = {
  'other answers': (it, _, id) => chain.revised(it, revision({ fname: 'Donald' }, { id })),
  withdrawn: (it, _, id) => chain.withdrawn(it, make.withdraw(unsent, id)),
  restored: (it, _, id) => chain.restored(it, make.restore(unsent, id)),
  erased: (it, _, id) => chain.erased(it, make.erase(unsent, id)),
  discarded: (it, last) => chain.discarded(it, last),
  'brought back': (it, _, id) => chain.broughtBack(it, make.revise(unsent, id)),
  'tried again': (it, last, id) => chain.triedAgain(it, last, id),
  'carried away': (it, last) => chain.carriedAway(it, last),
  leaves: (it, last) => chain.leaving(it, last),
  arrived: (it, last) => chain.answered(it, last, { answer: ok(told(2, { fname: 'Told' })), at }),
  'no answer': (it, last) =>
    chain.answered(it, last, { answer: err({ is: 'unreachable' as const }), at }),
  'not taken': (it, last) =>
    chain.answered(it, last, {
      answer: err({ is: 'refused' as const, code: 'invalid', title: 'No', complaints: [] }),
      at,
    }),
};

/** `submit waiting`; a parcel with an answer that is not the one it had before has it behind it. */
function inWords(after: chain.Chain): string {
  const words = after.map(({ does, stand, answers }) => {
    const is = Object.entries(stands).find(([, it]) => it.is === stand.is && it.is !== 'waiting');
    const attempts = stand.is === 'waiting' && stand.attempts > 0 ? 'unknown' : 'waiting';
    const said = stand.is === 'delivered' ? stand.told?.answers : answers;
    const fname = (said as { fname?: string } | undefined)?.fname;
    return [does, is?.[0] ?? attempts, ...(fname ? [`"${fname}"`] : [])].join(' ');
  });
  return words.join(', ') || '(nothing)';
}

test('every state and every event: what becomes of the changes of an entry', async () => {
  const rows = deeds.flatMap((does) =>
    Object.values(stands).map((stand) => {
      const last = make[does](stand, 'last');
      const first = parcel({ stand: delivered(1, { fname: 'Mickey' }) });
      const before = does === 'submit' ? [last] : [first, last];
      const cells = Object.entries(events).flatMap(([event, happens]) => {
        const after = inWords(happens(before, last.id, 'new'));
        return after === inWords(before) ? [] : [`  ${event}: ${after}`];
      });
      return [inWords(before), ...cells].join('\n');
    }),
  );
  await expect(`${rows.join('\n\n')}\n`).toMatchFileSnapshot('every-cell.txt');
});

type Step = readonly [event: string, chosen: number];

const histories = fc.array(fc.tuple(fc.constantFrom(...Object.keys(events)), fc.nat()), {
  minLength: 1,
  maxLength: 12,
});

/** Any history of an entry: each event happens to one of its changes, whatever that makes of it. */
function play(history: readonly Step[], check: (step: Played) => void): void {
  let before: chain.Chain = [parcel()];
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
  readonly before: chain.Chain;
  readonly after: chain.Chain;
  /** When it happens twice, as by a second tap. */
  readonly again: chain.Chain;
};

const always = (check: (step: Played) => void) =>
  fc.assert(
    fc.property(histories, (history) => play(history, check)),
    { numRuns: 2000, seed: 1 },
  );

const takingBack = (it: chain.Chain) => it.filter(isTakingBack).length;
const ids = (it: chain.Chain) => it.map(({ id }) => id);

test('what may have arrived, and what has, is never given up as if it had never left', () => {
  /** By these what came before counts no longer, whether it has arrived or not. */
  const outdone = ['other answers', 'tried again', 'withdrawn', 'erased'];
  always(({ event, before, after }) => {
    const mayBeThere = ids(before.filter((it) => !isHereOnly(it)));
    if (!outdone.includes(event)) expect(ids(after)).toEqual(expect.arrayContaining(mayBeThere));
    else if (mayBeThere.length > 0) expect(after).not.toEqual([]);
    if (['withdrawn', 'erased'].includes(event) && mayBeThere.length > 0)
      expect(after.some(isTakingBack)).toBe(true);
  });
});

test('nothing is withdrawn or erased that nobody asked to', () => {
  const takesBack = ['withdrawn', 'erased'];
  always(({ event, before, after }) => {
    if (takesBack.includes(event)) return;
    expect(takingBack(after)).toBeLessThanOrEqual(takingBack(before));
  });
});

test('only new entries and changes bring answers along, and none of them is without', () => {
  always(({ after }) => {
    for (const { does, answers, stand } of after)
      expect(answers !== undefined).toBe(
        ['submit', 'revise'].includes(does) && stand.is !== 'delivered',
      );
    expect(new Set(ids(after)).size).toBe(after.length);
  });
});

test('a second tap does nothing more', () => {
  always(({ event, after, again }) => {
    const isWaiting = after.some(isOnItsWay);
    const isUndone = event === 'restored' && after.at(-1)?.does !== 'restore';
    if (!['withdrawn', 'erased', 'restored', 'discarded'].includes(event) || isUndone) return;
    if (isWaiting) expect(again).toEqual(after);
  });
});

test('of what was erased nothing is kept that the server told', () => {
  always(({ before, after }) => {
    const isErased = before.some(({ does, stand }) => does === 'erase' && stand.is === 'delivered');
    if (!isErased) return;
    for (const { stand } of after)
      if (stand.is === 'delivered' && stand.told) expect(stand.told.answers).toEqual({});
  });
});
