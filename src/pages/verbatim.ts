import type { Field } from '#core/field.ts';

/**
 * What a browser that translates the page must leave as it is: names, addresses, numbers and dates are
 * in nobody's language. A sentence that somebody wrote may be translated: whoever reads it asked for that.
 */
export function translateOf({ control }: Pick<Field, 'control'>): 'no' | undefined {
  if (control.is === 'location') return 'no';
  return control.is === 'input' && (control.type !== 'text' || control.autoComplete)
    ? 'no'
    : undefined;
}
