import { expect, test } from 'vitest';
import { err, ok } from '#core/values/result.ts';
import * as entryChanges from './entry-changes.ts';
import { unsent, type QueuedChange } from './queued-change.ts';
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

// One test for each row of the table in docs/offline.md.

const at = '2026-11-20T09:42:00.000Z';
const statusOf = ([it]: entryChanges.EntryChanges) => it?.status;

test('waiting → sent: sending, with an attempt counted', () => {
  expect(statusOf(entryChanges.leaving([sampleChange()], entry))).toEqual({
    is: 'sending',
    attempts: 1,
  });
});

test('sending → sent again after the tab died: one more attempt', () => {
  const after = entryChanges.leaving([sampleChange({ status: sending })], entry);
  expect(statusOf(after)).toEqual({ is: 'sending', attempts: 2 });
});

test('delivered or refused → sent: no effect', () => {
  for (const status of [delivered(), refused()])
    expect(statusOf(entryChanges.leaving([sampleChange({ status })], entry))).toBe(status);
});

test('sending → delivered: the receipt, the time and the server’s answers are kept', () => {
  const after = entryChanges.answered([sampleChange({ status: sending })], entry, {
    answer: ok(sampleApiEntry()),
    at,
  });
  expect(after[0]).not.toHaveProperty('answers');
  expect(statusOf(after)).toEqual({ is: 'delivered', at, apiEntry: sampleApiEntry() });
});

test('sending → no answer: waiting, with an attempt of unknown outcome', () => {
  const answer = err({ is: 'unreachable' as const });
  expect(
    statusOf(entryChanges.answered([sampleChange({ status: sending })], entry, { answer, at })),
  ).toEqual(unknown);
});

test('sending → refused: needs attention, with the server’s problem', () => {
  const problem = { code: 'invalid', title: 'No', issues: [] };
  const answer = err({ is: 'refused' as const, ...problem });
  const after = entryChanges.answered([sampleChange({ status: sending })], entry, { answer, at });
  expect(statusOf(after)).toEqual({ is: 'attention', problem });
});

test('an answer for a change that is not being sent any more has no effect', () => {
  const before = [sampleChange({ status: delivered() })];
  expect(entryChanges.answered(before, entry, { answer: ok(sampleApiEntry()), at })).toBe(before);
});

test('the change after a delivered one is based on the version just stored', () => {
  const before = [sampleChange({ status: sending }), revision({ fname: 'M' })];
  const after = entryChanges.answered(before, entry, { answer: ok(sampleApiEntry(4)), at });
  expect(after[1]?.ifVersion).toBe(4);
});

test('nothing → submitted: waiting', () => {
  expect(entryChanges.submitted([], sampleChange(), 'fresh')).toEqual([sampleChange()]);
});

test('the same draft submitted twice is one change', () => {
  for (const status of [unsent, unknown, sending, delivered(1, { fname: 'Mickey' })]) {
    const before = [sampleChange({ status })];
    expect(entryChanges.submitted(before, sampleChange(), 'fresh')).toBe(before);
  }
});

test('a draft submitted again with other answers is a revision', () => {
  const other = sampleChange({ answers: { fname: 'Minnie' } });
  expect(entryChanges.submitted([sampleChange()], other, 'fresh')).toEqual([other]);
  const after = entryChanges.submitted([sampleChange({ status: delivered(3) })], other, 'fresh');
  expect(after[1]).toEqual(
    revision({ fname: 'Minnie' }, { id: 'fresh', ifVersion: 3, savedAt: other.savedAt }),
  );
});

test('refused → submitted again unchanged: waiting', () => {
  const after = entryChanges.submitted(
    [sampleChange({ status: refused() })],
    sampleChange(),
    'fresh',
  );
  expect(after).toEqual([sampleChange()]);
});

test('never sent → new answers: they replace the first', () => {
  const after = entryChanges.revised([sampleChange()], revision({ fname: 'Minnie' }));
  expect(after).toEqual([sampleChange({ answers: { fname: 'Minnie' } })]);
});

test('outcome unknown → new answers: a revision behind it, without a version', () => {
  for (const status of [unknown, sending]) {
    const after = entryChanges.revised(
      [sampleChange({ status })],
      revision({ fname: 'Minnie' }, { ifVersion: 1 }),
    );
    expect(after).toEqual([sampleChange({ status }), revision({ fname: 'Minnie' })]);
  }
});

test('delivered → new answers: a revision of the version the person saw', () => {
  const change = revision({ fname: 'Minnie' }, { ifVersion: 2 });
  expect(entryChanges.revised([sampleChange({ status: delivered() })], change)[1]).toEqual(change);
});

test('refused → new answers: corrected under the same id, and later changes are dropped', () => {
  const before = [sampleChange({ status: refused() }), revision({ fname: 'M' })];
  expect(entryChanges.revised(before, revision({ fname: 'Minnie' }, { id: 'fresh' }))).toEqual([
    sampleChange({ answers: { fname: 'Minnie' } }),
  ]);
});

test('refused for a conflict → decided: a revision of the conflicting version', () => {
  const before = [
    revision(
      { fname: 'M' },
      { ifVersion: 1, status: refused('stale', { current: sampleApiEntry(5) }) },
    ),
  ];
  const decided = revision({ fname: 'Minnie' }, { id: 'fresh', ifVersion: 5 });
  expect(entryChanges.revised(before, decided)).toEqual([
    revision({ fname: 'Minnie' }, { ifVersion: 5, base: {} }),
  ]);
});

test.each(['gone', 'idempotency_key_reused'])(
  'a submission whose id the server will never accept (%s) is sent as a new entry',
  (code) => {
    const before = [sampleChange({ status: refused(code) })];
    const asNew = sampleChange({ id: 'fresh', entry: 'fresh' });
    expect(entryChanges.triedAgain(before, entry, 'fresh')).toEqual([asNew]);
    expect(entryChanges.submitted(before, sampleChange(), 'fresh')).toEqual([asNew]);
  },
);

test.each(['gone', 'not_found'])('a change to an entry that is %s goes as a new entry', (code) => {
  const before = [revision({ fname: 'M' }, { ifVersion: 1, status: refused(code) })];
  expect(entryChanges.triedAgain(before, 'change-1', 'fresh')).toEqual([
    sampleChange({ id: 'fresh', entry: 'fresh', answers: { fname: 'M' } }),
  ]);
});

test('refused → tried again: waiting, unchanged', () => {
  expect(entryChanges.triedAgain([sampleChange({ status: refused() })], entry, 'fresh')).toEqual([
    sampleChange(),
  ]);
});

test('never sent → withdrawn: nothing is left to send', () => {
  expect(entryChanges.withdrawn([sampleChange(), revision({ fname: 'M' })], withdrawal())).toEqual(
    [],
  );
});

test('outcome unknown → withdrawn: a withdrawal behind the changes in between', () => {
  const before = [sampleChange({ status: unknown }), revision({ fname: 'M' })];
  expect(entryChanges.withdrawn(before, withdrawal())).toEqual([...before, withdrawal()]);
});

test('refused → withdrawn: the refused change is dropped, and the entry withdrawn', () => {
  const before = [
    sampleChange({ status: delivered() }),
    revision({ fname: 'M' }, { status: refused() }),
  ];
  expect(entryChanges.withdrawn(before, withdrawal())).toEqual([before[0], withdrawal()]);
});

test('delivered → withdrawn → undone before it was sent: nothing is left of it', () => {
  const before = [sampleChange({ status: delivered() })];
  const after = entryChanges.withdrawn(before, withdrawal());
  expect(after).toEqual([...before, withdrawal()]);
  expect(entryChanges.restored(after, restoration())).toEqual(before);
});

test('withdrawn, and that was sent → undone: a restoration is sent', () => {
  const before = [withdrawal({ status: unknown })];
  expect(entryChanges.restored(before, restoration())).toEqual([...before, restoration()]);
});

test('refused because its id has other answers on the server → withdrawn: a withdrawal is sent', () => {
  const before = [sampleChange({ status: refused('idempotency_key_reused') })];
  expect(entryChanges.withdrawn(before, withdrawal())).toEqual([withdrawal()]);
});

test('a refused withdrawal → new answers: a revision, and nothing is withdrawn', () => {
  for (const kind of ['withdraw', 'restore', 'erase'] as const) {
    const before = [
      sampleChange({ status: delivered(3) }),
      withdrawal({ kind, status: refused('') }),
    ];
    const after = entryChanges.revised(before, revision({ fname: 'Minnie' }));
    expect(after).toEqual([before[0], revision({ fname: 'Minnie' }, { ifVersion: 3 })]);
  }
});

test('withdrawn twice, by a second tap or in another tab: one "Undo" is enough', () => {
  const before = [sampleChange({ status: delivered() })];
  const after = entryChanges.withdrawn(
    entryChanges.withdrawn(before, withdrawal()),
    withdrawal({ id: 'again' }),
  );
  expect(entryChanges.restored(after, restoration())).toEqual(before);
});

test('erased: unsent changes are dropped, and the answers of delivered ones deleted', () => {
  const erasure = withdrawal({ kind: 'erase' });
  const before = [
    sampleChange({ status: delivered(1, { fname: 'Mickey' }) }),
    revision({ fname: 'Minnie' }),
    withdrawal(),
  ];
  const after = entryChanges.erased(before, erasure);
  expect(after).toEqual([{ ...before[0], status: delivered(1, {}) }, erasure]);
  expect(entryChanges.erased(after, { ...erasure, id: 'again' })).toEqual(after);
});

test('a change that was being sent when its entry was erased keeps no answers when it arrives', () => {
  const before = [sampleChange({ status: sending }), withdrawal({ kind: 'erase' })];
  const answer = ok(sampleApiEntry(1, { fname: 'Mickey' }));
  expect(JSON.stringify(entryChanges.answered(before, entry, { answer, at }))).not.toContain(
    'Mickey',
  );
});

test('an erased entry does not come back by an import or by "Undo"', () => {
  const before = [withdrawal({ kind: 'erase', status: delivered() })];
  expect(entryChanges.broughtBack(before, sampleChange())).toBe(before);
});

test('sending or outcome unknown → discarded: it stays, because it may have arrived', () => {
  for (const status of [sending, unknown]) {
    const before = [sampleChange({ status })];
    expect(entryChanges.discarded(before, entry)).toBe(before);
  }
  const behind = revision({ fname: 'M' }, { status: unknown });
  expect(entryChanges.discarded([sampleChange({ status: refused() }), behind], entry)).toEqual([
    behind,
  ]);
});

test('discarded: removed with the changes built on it; delivered ones stay', () => {
  const first = sampleChange({ status: delivered() });
  const before = [first, revision({ fname: 'M' }, { status: refused() }), withdrawal()];
  expect(entryChanges.discarded(before, 'change-1')).toEqual([first]);
  expect(entryChanges.discarded([first], entry)).toEqual([first]);
});

test('discarded → undone: there again, and never twice', () => {
  const goneChange: QueuedChange = revision({ fname: 'M' });
  const tried = entryChanges.broughtBack([], goneChange);
  expect(entryChanges.broughtBack(tried, goneChange)).toEqual([goneChange]);
});
