import { deployedForm, uniqueTextFields } from '../people/deployed-forms.ts';
import type { Version } from '../evidence/replay-versions.ts';
import type { Invariant } from './invariant.ts';

export const nothingUndone: Invariant = {
  name: 'nothing undone',
  promise: 'no field ever returns to a value that somebody has changed',
  check: ({ replayed }) =>
    [...replayed].flatMap(([{ id, form }, { versions }]) =>
      uniqueTextFields(form)
        .filter((field) => isUndone(field, versions))
        .map((field) => ({
          entry: id,
          why: `“${deployedForm(form).fields[field]?.label}” went back`,
        })),
    ),
};

/** All texts are unique, so a text that comes back existed all the time, on a page or in a queue. */
function isUndone(field: string, versions: readonly Version[]): boolean {
  const values = versions.map(({ answers }) => answers[field]);
  const changes = values.filter((it, index) => index === 0 || it !== values[index - 1]);
  return new Set(changes).size < changes.length;
}
