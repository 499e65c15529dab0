import type { Fields } from './answers.ts';
import type { Field } from './field.ts';

/** The fields that have an answer, by name: all but notes. */
export function questionsOf({
  fields,
}: {
  readonly fields: Fields;
}): readonly (readonly [name: string, field: Field])[] {
  return Object.entries(fields).filter(([, { hasNoAnswer }]) => !hasNoAnswer);
}

/** Whether people see a field: not a value that comes from the link, or that the app knows by itself. */
export function isVisible({ control }: Pick<Field, 'control'>): boolean {
  return !('from' in control);
}
