import { canonicalJson } from '#core/values/canonical-json.ts';
import { isWithdrawal } from '../../../src/outbox/changes/queued-change.ts';
import { outcomeOf } from '../evidence/run-history.ts';
import type { Invariant } from './invariant.ts';

export const eachChangeOnce: Invariant = {
  name: 'I5',
  promise: 'each change is applied once, and no two to the same version',
  check({ history, stored, byId }) {
    const miscounted = stored
      .filter(({ erased }) => !erased)
      .flatMap(({ id, version, operations }) => {
        const versions = operations.map((it) => it.version).join();
        const expected = Array.from({ length: version - 1 }, (_, index) => index + 2).join();
        const isTwice = new Set(operations.map((it) => it.id)).size < operations.length;
        return versions === expected && !isTwice
          ? []
          : [{ entry: id, why: `version ${version}, by changes to ${versions}` }];
      });
    const attemptedOver = new Set(
      history.sent.map(({ change }) => `${change.id} ${change.ifVersion}`),
    );
    const acknowledgedChanges = history.sent.filter(
      (it) => it.change.kind !== 'submit' && outcomeOf(it) === 'ok',
    );
    const unmade = acknowledgedChanges.flatMap(({ change: { kind, id, entry } }) => {
      const rows = byId.get(entry) ?? [];
      if (rows.some(({ erased }) => erased)) return [];
      const operations = rows.flatMap((it) => it.operations);
      const made = operations.find((it) => it.id === id);
      if (!made) return [{ entry, why: `the ${kind} ${id} was acknowledged and not made` }];
      const wasAttempted = kind !== 'revise' || attemptedOver.has(`${id} ${made.version - 1}`);
      return wasAttempted ? [] : [{ entry, why: `${id} made version ${made.version}, unasked` }];
    });
    return [...miscounted, ...unmade];
  },
};

export const staysWithdrawn: Invariant = {
  name: 'I6',
  promise:
    'what is withdrawn stays withdrawn, and what was revised stays revised, whatever comes late',
  check({ history, stored, replayed, responses }) {
    const isRestored = (entry: string) =>
      history.sent.some(({ change }) => change.kind === 'restore' && change.entry === entry);
    const withdrawn = history.sent
      .filter((it) => isWithdrawal(it.change) && outcomeOf(it) === 'ok')
      .filter(({ change }) => !isRestored(change.entry));
    const back = withdrawn.filter(({ change: { entry } }) =>
      stored.some((it) => it.id === entry && (!it.deletedAt || responses.includes(entry))),
    );
    const otherwise = [...replayed].filter(([{ answers, deletedAt }, { versions }]) => {
      const last = versions.at(-1);
      const isAsReplayed = canonicalJson(last?.answers) === canonicalJson(answers);
      return (
        last !== undefined && (!isAsReplayed || last.isWithdrawn !== (deletedAt !== undefined))
      );
    });
    return [
      ...back.map(({ change: { entry } }) => ({ entry, why: 'withdrawn, and there again' })),
      ...otherwise.map(([{ id }]) => ({ entry: id, why: 'not what its last change made it' })),
    ];
  },
};
