import { expect, test } from 'vitest';
import { err, ok } from '#core/result.ts';
import * as chain from './chain.ts';
import { unsent, type Parcel } from './parcel.ts';
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

// The rows of the table in docs/offline.md.

const at = '2026-11-20T09:42:00.000Z';
const standOf = ([it]: chain.Chain) => it?.stand;

test('saved → leaving: sending, and from now on nobody knows whether it arrived', () => {
  expect(standOf(chain.leaving([parcel()], entry))).toEqual({ is: 'sending', attempts: 1 });
});

test('sending → leaving again, after the tab that was sending died: one attempt more', () => {
  const after = chain.leaving([parcel({ stand: sending })], entry);
  expect(standOf(after)).toEqual({ is: 'sending', attempts: 2 });
});

test('delivered or refused → leaving: it stays where it is', () => {
  for (const stand of [delivered(), refused()])
    expect(standOf(chain.leaving([parcel({ stand })], entry))).toBe(stand);
});

test('sending → delivered: the receipt and the time are kept, the answers only as the server told them', () => {
  const after = chain.answered([parcel({ stand: sending })], entry, { answer: ok(told()), at });
  expect(after[0]).not.toHaveProperty('answers');
  expect(standOf(after)).toEqual({ is: 'delivered', at, told: told() });
});

test('sending → no answer: waiting, with an attempt of unknown outcome', () => {
  const answer = err({ is: 'unreachable' as const });
  expect(standOf(chain.answered([parcel({ stand: sending })], entry, { answer, at }))).toEqual(
    unknown,
  );
});

test('sending → refused: it needs attention, with the server’s words', () => {
  const refusal = { code: 'invalid', title: 'No', complaints: [] };
  const answer = err({ is: 'refused' as const, ...refusal });
  const after = chain.answered([parcel({ stand: sending })], entry, { answer, at });
  expect(standOf(after)).toEqual({ is: 'attention', refusal });
});

test('an answer to what is not under way any more changes nothing', () => {
  const before = [parcel({ stand: delivered() })];
  expect(chain.answered(before, entry, { answer: ok(told()), at })).toBe(before);
});

test('the change that follows a delivery is made to the version just stored', () => {
  const before = [parcel({ stand: sending }), revision({ fname: 'M' })];
  const after = chain.answered(before, entry, { answer: ok(told(4)), at });
  expect(after[1]?.ifVersion).toBe(4);
});

test('nothing → submitted: it waits', () => {
  expect(chain.submitted([], parcel(), 'fresh')).toEqual([parcel()]);
});

test('the same draft submitted twice is one parcel', () => {
  for (const stand of [unsent, unknown, sending, delivered(1, { fname: 'Mickey' })]) {
    const before = [parcel({ stand })];
    expect(chain.submitted(before, parcel(), 'fresh')).toBe(before);
  }
});

test('a draft submitted again with other answers, from a tab left open, is a change', () => {
  const other = parcel({ answers: { fname: 'Minnie' } });
  expect(chain.submitted([parcel()], other, 'fresh')).toEqual([other]);
  const after = chain.submitted([parcel({ stand: delivered(3) })], other, 'fresh');
  expect(after[1]).toEqual(
    revision({ fname: 'Minnie' }, { id: 'fresh', ifVersion: 3, savedAt: other.savedAt }),
  );
});

test('refused → submitted again as it is: it waits again', () => {
  const after = chain.submitted([parcel({ stand: refused() })], parcel(), 'fresh');
  expect(after).toEqual([parcel()]);
});

test('saved, never sent → other answers: they take the place of the first', () => {
  const after = chain.revised([parcel()], revision({ fname: 'Minnie' }));
  expect(after).toEqual([parcel({ answers: { fname: 'Minnie' } })]);
});

test('sent with an unknown outcome → other answers: a change behind it, to a version yet unknown', () => {
  for (const stand of [unknown, sending]) {
    const after = chain.revised(
      [parcel({ stand })],
      revision({ fname: 'Minnie' }, { ifVersion: 1 }),
    );
    expect(after).toEqual([parcel({ stand }), revision({ fname: 'Minnie' })]);
  }
});

test('delivered → other answers: a change to the version the person saw', () => {
  const change = revision({ fname: 'Minnie' }, { ifVersion: 2 });
  expect(chain.revised([parcel({ stand: delivered() })], change)[1]).toEqual(change);
});

test('refused → other answers: mended under the id it has, and what was built on it goes', () => {
  const before = [parcel({ stand: refused() }), revision({ fname: 'M' })];
  expect(chain.revised(before, revision({ fname: 'Minnie' }, { id: 'fresh' }))).toEqual([
    parcel({ answers: { fname: 'Minnie' } }),
  ]);
});

test('refused because somebody was faster → decided with that in sight: a change to what they made of it', () => {
  const before = [
    revision({ fname: 'M' }, { ifVersion: 1, stand: refused('stale', { current: told(5) }) }),
  ];
  const decided = revision({ fname: 'Minnie' }, { id: 'fresh', ifVersion: 5 });
  expect(chain.revised(before, decided)).toEqual([
    revision({ fname: 'Minnie' }, { ifVersion: 5, base: {} }),
  ]);
});

test.each(['gone', 'idempotency_key_reused'])(
  'a submission the server has settled for good (%s) goes as a new entry',
  (code) => {
    const before = [parcel({ stand: refused(code) })];
    const asNew = parcel({ id: 'fresh', entry: 'fresh' });
    expect(chain.triedAgain(before, entry, 'fresh')).toEqual([asNew]);
    expect(chain.submitted(before, parcel(), 'fresh')).toEqual([asNew]);
  },
);

test.each(['gone', 'not_found'])('a change to an entry that is %s goes as a new entry', (code) => {
  const before = [revision({ fname: 'M' }, { ifVersion: 1, stand: refused(code) })];
  expect(chain.triedAgain(before, 'change-1', 'fresh')).toEqual([
    parcel({ id: 'fresh', entry: 'fresh', answers: { fname: 'M' } }),
  ]);
});

test('refused → tried again: it waits, as it is', () => {
  expect(chain.triedAgain([parcel({ stand: refused() })], entry, 'fresh')).toEqual([parcel()]);
});

test('saved, never sent → withdrawn: nothing is left to take back', () => {
  expect(chain.withdrawn([parcel(), revision({ fname: 'M' })], withdrawal())).toEqual([]);
});

test('sent with an unknown outcome → withdrawn: taken back there too, behind the changes in between', () => {
  const before = [parcel({ stand: unknown }), revision({ fname: 'M' })];
  expect(chain.withdrawn(before, withdrawal())).toEqual([...before, withdrawal()]);
});

test('refused → withdrawn: what was refused is given up, and the entry taken back', () => {
  const before = [parcel({ stand: delivered() }), revision({ fname: 'M' }, { stand: refused() })];
  expect(chain.withdrawn(before, withdrawal())).toEqual([before[0], withdrawal()]);
});

test('delivered → withdrawn → undone before it left: as if nothing had been', () => {
  const before = [parcel({ stand: delivered() })];
  const after = chain.withdrawn(before, withdrawal());
  expect(after).toEqual([...before, withdrawal()]);
  expect(chain.restored(after, restoration())).toEqual(before);
});

test('withdrawn, and that has left → undone: brought back there too', () => {
  const before = [withdrawal({ stand: unknown })];
  expect(chain.restored(before, restoration())).toEqual([...before, restoration()]);
});

test('refused, since its id has other answers there → withdrawn: taken back there', () => {
  const before = [parcel({ stand: refused('idempotency_key_reused') })];
  expect(chain.withdrawn(before, withdrawal())).toEqual([withdrawal()]);
});

test('a refused withdrawal → other answers: a change, and nothing is withdrawn', () => {
  for (const does of ['withdraw', 'restore', 'erase'] as const) {
    const before = [parcel({ stand: delivered(3) }), withdrawal({ does, stand: refused('') })];
    const after = chain.revised(before, revision({ fname: 'Minnie' }));
    expect(after).toEqual([before[0], revision({ fname: 'Minnie' }, { ifVersion: 3 })]);
  }
});

test('withdrawn twice, by a second tap or from another tab, is undone by one "Undo"', () => {
  const before = [parcel({ stand: delivered() })];
  const after = chain.withdrawn(chain.withdrawn(before, withdrawal()), withdrawal({ id: 'again' }));
  expect(chain.restored(after, restoration())).toEqual(before);
});

test('erased: what has not left need not leave, and the answers of what was delivered are kept no longer', () => {
  const erasure = withdrawal({ does: 'erase' });
  const before = [
    parcel({ stand: delivered(1, { fname: 'Mickey' }) }),
    revision({ fname: 'Minnie' }),
    withdrawal(),
  ];
  const after = chain.erased(before, erasure);
  expect(after).toEqual([{ ...before[0], stand: delivered(1, {}) }, erasure]);
  expect(chain.erased(after, { ...erasure, id: 'again' })).toEqual(after);
});

test('what was on its way when it was erased tells its answers to nobody when it arrives', () => {
  const before = [parcel({ stand: sending }), withdrawal({ does: 'erase' })];
  const answer = ok(told(1, { fname: 'Mickey' }));
  expect(JSON.stringify(chain.answered(before, entry, { answer, at }))).not.toContain('Mickey');
});

test('what was erased is not brought back by a file, or by "Undo"', () => {
  const before = [withdrawal({ does: 'erase', stand: delivered() })];
  expect(chain.broughtBack(before, parcel())).toBe(before);
});

test('sending, or sent with an unknown outcome → discarded: it stays, for it may have arrived', () => {
  for (const stand of [sending, unknown]) {
    const before = [parcel({ stand })];
    expect(chain.discarded(before, entry)).toBe(before);
  }
  const behind = revision({ fname: 'M' }, { stand: unknown });
  expect(chain.discarded([parcel({ stand: refused() }), behind], entry)).toEqual([behind]);
});

test('discarded: it goes, and what was built on it; what is delivered stays', () => {
  const first = parcel({ stand: delivered() });
  const before = [first, revision({ fname: 'M' }, { stand: refused() }), withdrawal()];
  expect(chain.discarded(before, 'change-1')).toEqual([first]);
  expect(chain.discarded([first], entry)).toEqual([first]);
});

test('discarded → brought back: there again, and never twice', () => {
  const gone: Parcel = revision({ fname: 'M' });
  const once = chain.broughtBack([], gone);
  expect(chain.broughtBack(once, gone)).toEqual([gone]);
});
