import { expect, test } from 'vitest';
import { err, ok } from '#core/values/result.ts';
import { answered, restored, revised, withdrawn, type EntryChanges } from './entry-changes.ts';
import {
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

const change = revision({ fname: 'Minnie' });

test('changed, withdrawn and restored: the change is still there', () => {
  const changes: EntryChanges = [sampleChange({ status: unknown }), change];
  expect(restored(withdrawn(changes, withdrawal()), restoration())).toEqual(changes);
});

test('a refused change does not block a withdrawal', () => {
  const before = [sampleChange({ status: unknown }), { ...change, status: refused() }];
  const after = withdrawn(before, withdrawal());
  expect(after.map(({ id }) => id)).toEqual([entry, 'change-2']);
});

test.each(['withdraw', 'erase'] as const)(
  'new answers after a withdrawal (%s) are based on the version before it, as it reports none',
  (kind) => {
    const after = revised([withdrawal({ kind, status: unknown })], { ...change, ifVersion: 1 });
    expect(after.at(-1)).toMatchObject({ id: 'change-1', ifVersion: 1 });
  },
);

test('new answers after a withdrawal are based on the version before it', () => {
  const before = [sampleChange({ status: sending }), withdrawal(), change];
  const after = answered(before, entry, {
    answer: ok(sampleApiEntry(4)),
    at: '2026-11-20T09:42:00.000Z',
  });
  expect(after.map(({ ifVersion }) => ifVersion)).toEqual([undefined, 4, 4]);
});

test('erased, and undone before it was sent: nothing is left of it', () => {
  const before = [sampleChange({ status: unknown })];
  const after = withdrawn(before, withdrawal({ kind: 'erase' }));
  expect(restored(after, restoration())).toEqual(before);
});

const gone = { is: 'refused' as const, code: 'gone', title: '', issues: [] };
const at = '2026-11-20T09:42:00.000Z';

test.each(['withdraw', 'erase'] as const)(
  'if the entry is withdrawn elsewhere (%s) before it is from here, nothing is left to decide, and no answers',
  (kind) => {
    const before = [sampleChange({ status: sending }), withdrawal({ kind, status: unknown })];
    const after = answered(before, entry, { answer: err(gone), at });
    expect(after.map((it) => it.kind)).toEqual([kind]);
  },
);

test('restoring an entry that is gone elsewhere needs its author’s attention', () => {
  const before = [
    sampleChange({ status: sending }),
    withdrawal({ status: unknown }),
    restoration(),
  ];
  const after = answered(before, entry, { answer: err(gone), at });
  expect(after[0]).toMatchObject({ answers: sampleChange().answers, status: { is: 'attention' } });
});
