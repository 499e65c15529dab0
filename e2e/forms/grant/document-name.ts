import { text } from '#core/fields/index.ts';
import type { Field } from '#core/form/field.ts';

/** The form that this one follows takes a file here. This one asks for its name. */
export function documentName(subject: string): Field<string, true> {
  return text({ label: `Name of the file with ${subject}`, max: 120, example: 'document.pdf' });
}
