import { deployed, textsOf } from '../asked.ts';
import type { Version } from '../retold.ts';
import type { Invariant } from './invariant.ts';

export const nothingUndone: Invariant = {
  name: 'nothing undone',
  says: 'no field ever goes back to what it said before somebody changed it',
  check: ({ retold }) =>
    [...retold].flatMap(([{ id, form }, { versions }]) =>
      textsOf(form)
        .filter((field) => isUndone(field, versions))
        .map((field) => ({ entry: id, why: `“${deployed(form).fields[field]?.label}” went back` })),
    ),
};

/** Nobody writes the same twice, so what is there again was there all the time, on a page or in a queue. */
function isUndone(field: string, versions: readonly Version[]): boolean {
  const said = versions.map(({ answers }) => answers[field]);
  const changes = said.filter((it, index) => index === 0 || it !== said[index - 1]);
  return new Set(changes).size < changes.length;
}
