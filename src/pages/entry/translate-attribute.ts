import type { Field } from '#core/form/field.ts';

/**
 * The `translate` attribute of an answer. Names, addresses, numbers and dates must not be translated.
 * Free text and options may be: whoever translates the page wants to read them.
 */
export function translateAttribute({
  control,
  jsonSchema: { type, format, pattern },
}: Pick<Field, 'control' | 'jsonSchema'>): 'no' | undefined {
  if ('isCode' in control || ('autoComplete' in control && control.autoComplete)) return 'no';
  const isFormatted = format !== undefined || pattern !== undefined;
  return ['string', 'array', 'boolean'].includes(String(type)) && !isFormatted ? undefined : 'no';
}
