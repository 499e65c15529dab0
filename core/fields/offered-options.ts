import type { Field, Options } from '../form/field.ts';
import { chosenValues, optionLabel } from '../form/options.ts';
import { isBlank } from '../values/blank.ts';
import { ok } from '../values/result.ts';

/** Whether one chosen option is among those of the form that are not offered now. */
export function isWithdrawn(chosen: unknown, all: Options, offered: Options): boolean {
  return chosenValues(chosen).some(
    (it) => optionLabel(all, it) !== undefined && optionLabel(offered, it) === undefined,
  );
}

/**
 * A field with fewer options, depending on other answers: what was chosen while it was still offered counts as
 * not answered.
 * @param without the value without what is no longer offered
 */
export function withoutWithdrawn(field: Field, without: (value: unknown) => unknown): Field {
  return {
    ...field,
    parse(value, wording) {
      const offered = without(value);
      const isGone = isBlank(offered) && !isBlank(value);
      return isGone && !field.required ? ok(undefined) : field.parse(offered, wording);
    },
  };
}
