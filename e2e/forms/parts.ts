import type { Fields } from '#core/form/answers.ts';
import type { FormLogic } from '#core/logic/form-logic.ts';

/**
 * The logic of a part of a form, which has a file of its own. `Fs` are its fields, with those of other parts that it
 * reads; `Values` are what it calculates, and `Others` what other parts do.
 */
export type PartLogic<Fs extends Fields, Values = object, Others = object> = Omit<
  FormLogic<Fs, string, Values & Others>,
  'calculate'
> &
  Pick<FormLogic<Fs, string, Values>, 'calculate'>;

/** The names of fields, for the page that has them all. */
export function namesOf<Fs extends Fields>(fields: Fs): readonly (keyof Fs & string)[] {
  return Object.keys(fields);
}

/** A page for each field, by its title. */
export function pageForEach<Name extends string>(
  titles: Readonly<Record<Name, string>>,
): readonly { readonly title: string; readonly fields: readonly Name[] }[] {
  return (Object.entries(titles) as [Name, string][]).map(([name, title]) => ({
    title,
    fields: [name],
  }));
}
