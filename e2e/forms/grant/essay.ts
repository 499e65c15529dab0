import { longText } from '#core/fields/index.ts';
import type { Field } from '#core/form/field.ts';

/** An answer of many sentences. Together, the essays of a form have to fit into one entry. */
export function essay(label: string, wordLimit: number): Field<string, true> {
  return longText({ label, wordLimit, max: wordLimit * 8 });
}
