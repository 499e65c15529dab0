import { expect, test } from 'vitest';
import { err, ok } from '#core/result.ts';
import { answered, restored, revised, withdrawn, type Chain } from './chain.ts';
import {
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

const change = revision({ fname: 'Minnie' });

test('changed, withdrawn and brought back: the change is still there', () => {
  const chain: Chain = [parcel({ stand: unknown }), change];
  expect(restored(withdrawn(chain, withdrawal()), restoration())).toEqual(chain);
});

test('a refused change does not hold back the withdrawal', () => {
  const before = [parcel({ stand: unknown }), { ...change, stand: refused() }];
  const after = withdrawn(before, withdrawal());
  expect(after.map(({ id }) => id)).toEqual([entry, 'change-2']);
});

test.each(['withdraw', 'erase'] as const)(
  'other answers after a withdrawal (%s) are a change to what was seen: it tells no version',
  (does) => {
    const after = revised([withdrawal({ does, stand: unknown })], { ...change, ifVersion: 1 });
    expect(after.at(-1)).toMatchObject({ id: 'change-1', ifVersion: 1 });
  },
);

test('other answers behind a withdrawal are built on what came before it', () => {
  const before = [parcel({ stand: sending }), withdrawal(), change];
  const after = answered(before, entry, { answer: ok(told(4)), at: '2026-11-20T09:42:00.000Z' });
  expect(after.map(({ ifVersion }) => ifVersion)).toEqual([undefined, 4, 4]);
});

test('deleted for ever, and undone before that left: as if nothing had been', () => {
  const before = [parcel({ stand: unknown })];
  const after = withdrawn(before, withdrawal({ does: 'erase' }));
  expect(restored(after, restoration())).toEqual(before);
});

const gone = { is: 'refused' as const, code: 'gone', title: '', complaints: [] };
const at = '2026-11-20T09:42:00.000Z';

test.each(['withdraw', 'erase'] as const)(
  'what was taken back elsewhere (%s) before it arrived from here leaves nothing to decide, nor its answers',
  (does) => {
    const before = [parcel({ stand: sending }), withdrawal({ does, stand: unknown })];
    const after = answered(before, entry, { answer: err(gone), at });
    expect(after.map((it) => it.does)).toEqual([does]);
  },
);

test('what is gone elsewhere, and is to be restored from here, is kept for its author to decide', () => {
  const before = [parcel({ stand: sending }), withdrawal({ stand: unknown }), restoration()];
  const after = answered(before, entry, { answer: err(gone), at });
  expect(after[0]).toMatchObject({ answers: parcel().answers, stand: { is: 'attention' } });
});
