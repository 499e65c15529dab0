import { text } from '#core/fields/index.ts';
import type { Field } from '#core/form/field.ts';

/** The form that this one follows takes a photograph here. This one asks for its number on the camera. */
export function photoNumber(subject: string): Field<string, false> {
  return text({ label: `The number of your photo of ${subject}`, max: 20, optional: true });
}
