import { asServerParses } from '../people/deployed-forms.ts';
import { outcomeOf } from '../evidence/run-history.ts';
import { digestOf, digestOfFirst } from '../evidence/replay-versions.ts';
import type { Invariant } from './invariant.ts';

export const acknowledgedOnce: Invariant = {
  name: 'I1',
  promise: 'acknowledged entries are stored exactly once, as sent',
  check({ history, stored, byId, submitted }) {
    const acknowledged = history.sent.filter(
      (it) => it.change.kind === 'submit' && outcomeOf(it) === 'ok',
    );
    const breaches = acknowledged.flatMap(({ change }) => {
      const { entry } = change;
      const digest = digestOf(asServerParses(change));
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
  promise: 'saved entries are stored exactly once, discarded ones at most once',
  check({ history, byId, outboxes }) {
    const saved = history.actions.filter((it) => it.kind === 'submit' && it.saved);
    const isGivenUp = (entry: string) =>
      history.actions.some((it) => it.entry === entry && /discard|withdraw|erase/.test(it.kind)) ||
      outboxes.some(({ changes }) =>
        changes.some((it) => it.entry === entry && it.status.is === 'attention'),
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
  promise: 'nothing is stored that was not sent',
  check: ({ replayed }) =>
    [...replayed].flatMap(([{ id: entry }, { gaps }]) => gaps.map((why) => ({ entry, why }))),
};

function once<It extends { readonly entry: string }>(breaches: readonly It[]): readonly It[] {
  return [...new Map(breaches.map((it) => [it.entry, it])).values()];
}
