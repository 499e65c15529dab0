import type { ListedForm } from '#core/form/listed-form.ts';
import { termsFinder } from '../../messages/search-terms.ts';

/** Forms that stand together; those without a group have the name `''`. */
export type FormGroup = { readonly name: string; readonly forms: readonly ListedForm[] };

/** The groups in the order of their first forms; forms without a group come last. */
export function formGroups(forms: readonly ListedForm[]): readonly FormGroup[] {
  const names = new Set(forms.map(({ group = '' }) => group));
  return [...names]
    .map((name) => ({ name, forms: forms.filter(({ group = '' }) => group === name) }))
    .toSorted((a, b) => Number(a.name === '') - Number(b.name === ''));
}

/** The forms that have all the words that were typed, in their title, introduction or group. */
export function formsFound(forms: readonly ListedForm[], wanted: string): readonly ListedForm[] {
  const isFound = termsFinder(wanted);
  return forms.filter(({ title, introduction = '', group = '', id }) =>
    isFound([title, introduction, group, id].join(' ')),
  );
}
