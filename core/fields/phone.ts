import { check, pipe, transform } from 'valibot';
import type { Field } from '../field.ts';
import { isPlainLine } from './characters.ts';
import { makeField, nounOf, type FieldOptions, type IsRequired } from './make-field.ts';
import { textSchema } from './text.ts';

/** ITU-T E.164: at most 15 digits. Seven is the shortest number people give as theirs. */
const phoneNumber = /^\+?\d{7,15}$/;

/** A phone number, written as people write them; kept as digits, with the + where there was one. */
export function phone<const Options extends FieldOptions>(
  options: Options,
): Field<string, IsRequired<Options>> {
  const noun = nounOf(options);
  return makeField(options, {
    control: { is: 'input', type: 'tel', autoComplete: 'tel' },
    missing: `Enter ${noun}`,
    schema: pipe(
      textSchema({ ...options, max: 40 }, isPlainLine, 40),
      transform((it) => it.replace(/[\s().\-/]/g, '')),
      check((it) => phoneNumber.test(it), `Enter ${noun} like 01632 960 001 or +44 808 157 0192`),
    ),
    jsonSchema: { type: 'string', pattern: phoneNumber.source },
    example: '+448081570192',
  });
}
