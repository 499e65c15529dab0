import { canonicalJson } from '#core/canonical-json.ts';
import { isTakingBack } from '../../../src/outbox/parcel.ts';
import { outcomeOf } from '../history.ts';
import type { Invariant } from './invariant.ts';

export const changesOnce: Invariant = {
  name: 'I5',
  says: 'each change is made once, and no two over the same version',
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
    const askedOver = new Set(history.sent.map(({ parcel }) => `${parcel.id} ${parcel.ifVersion}`));
    const changes = history.sent.filter(
      (it) => it.parcel.does !== 'submit' && outcomeOf(it) === 'ok',
    );
    const unmade = changes.flatMap(({ parcel: { does, id, entry } }) => {
      const rows = byId.get(entry) ?? [];
      if (rows.some(({ erased }) => erased)) return [];
      const operations = rows.flatMap((it) => it.operations);
      const made = operations.find((it) => it.id === id);
      if (!made) return [{ entry, why: `the ${does} ${id} was acknowledged and not made` }];
      const isAsked = does !== 'revise' || askedOver.has(`${id} ${made.version - 1}`);
      return isAsked ? [] : [{ entry, why: `${id} made version ${made.version}, unasked` }];
    });
    return [...miscounted, ...unmade];
  },
};

export const staysWithdrawn: Invariant = {
  name: 'I6',
  says: 'what is withdrawn stays withdrawn, and what was revised stays revised, whatever comes late',
  check({ history, stored, retold, responses }) {
    const isRestored = (entry: string) =>
      history.sent.some(({ parcel }) => parcel.does === 'restore' && parcel.entry === entry);
    const withdrawn = history.sent
      .filter((it) => isTakingBack(it.parcel) && outcomeOf(it) === 'ok')
      .filter(({ parcel }) => !isRestored(parcel.entry));
    const back = withdrawn.filter(({ parcel: { entry } }) =>
      stored.some((it) => it.id === entry && (!it.deletedAt || responses.includes(entry))),
    );
    const otherwise = [...retold].filter(([{ answers, deletedAt }, { versions }]) => {
      const last = versions.at(-1);
      const isAsTold = canonicalJson(last?.answers) === canonicalJson(answers);
      return last !== undefined && (!isAsTold || last.isWithdrawn !== (deletedAt !== undefined));
    });
    return [
      ...back.map(({ parcel: { entry } }) => ({ entry, why: 'withdrawn, and there again' })),
      ...otherwise.map(([{ id }]) => ({ entry: id, why: 'not what its last change made it' })),
    ];
  },
};
