import { understood } from '../asked.ts';
import { outcomeOf } from '../history.ts';
import { digestOf, digestOfFirst } from '../retold.ts';
import type { Invariant } from './invariant.ts';

export const acknowledgedOnce: Invariant = {
  name: 'I1',
  says: 'what was acknowledged is stored exactly once, as it was sent',
  check({ history, stored, byId, submitted }) {
    const acknowledged = history.sent.filter(
      (it) => it.parcel.does === 'submit' && outcomeOf(it) === 'ok',
    );
    const breaches = acknowledged.flatMap(({ parcel }) => {
      const { entry } = parcel;
      const digest = digestOf(understood(parcel));
      if (byId.get(entry)?.some(({ erased }) => erased)) return [];
      const as = (byId.get(entry) ?? []).filter((it) => digestOfFirst(it) === digest);
      if (as.length !== 1) return [{ entry, why: `acknowledged, and stored ${as.length} times` }];
      const again = stored.filter((it) => digestOfFirst(it) === digest && !submitted.has(it.id));
      return again.map(({ id }) => ({ entry, why: `acknowledged, and stored again as ${id}` }));
    });
    return once(breaches);
  },
};

export const savedOnce: Invariant = {
  name: 'I3',
  says: 'what was saved and not given up is stored exactly once, what was given up at most once',
  check({ history, byId, outboxes }) {
    const saved = history.meant.filter((it) => it.does === 'submit' && it.saved);
    const isGivenUp = (entry: string) =>
      history.meant.some((it) => it.entry === entry && /discard|withdraw|erase/.test(it.does)) ||
      outboxes.some(({ parcels }) =>
        parcels.some((it) => it.entry === entry && it.stand.is === 'attention'),
      );
    return once(
      saved.flatMap(({ entry }) => {
        const times = byId.get(entry)?.length ?? 0;
        const isRight = times === 1 || (times === 0 && isGivenUp(entry));
        return isRight ? [] : [{ entry, why: `saved, and stored ${times} times` }];
      }),
    );
  },
};

export const nothingElse: Invariant = {
  name: 'I2',
  says: 'nothing is stored that nobody sent',
  check: ({ retold }) =>
    [...retold].flatMap(([{ id: entry }, { gaps }]) => gaps.map((why) => ({ entry, why }))),
};

function once<It extends { readonly entry: string }>(breaches: readonly It[]): readonly It[] {
  return [...new Map(breaches.map((it) => [it.entry, it])).values()];
}
