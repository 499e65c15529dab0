import { check, pipe, transform } from 'valibot';
import type { Field } from '../field.ts';
import { isPlainLine, westernDigits } from './characters.ts';
import { because, makeField, type FieldOptions, type IsRequired } from './make-field.ts';
import { textSchema } from './text.ts';

/** ITU-T E.164: at most 15 digits. Seven is the shortest number people give as theirs. */
const phoneNumber = /^\+?\d{7,15}$/;

/** More than any spelling of 15 digits needs. */
const limits = { min: 1, max: 40 };

/** A phone number, written as people write them; kept as digits, with the + where there was one. */
export function phone<const Options extends FieldOptions>(
  options: Options,
): Field<string, IsRequired<Options>> {
  return makeField(options, {
    control: { is: 'input', type: 'tel', autoComplete: 'tel' },
    missing: 'enter',
    limits,
    schema: pipe(
      textSchema(isPlainLine, limits),
      transform((it) => westernDigits(it).replace(/[\s().\-/]/g, '')),
      check((it) => phoneNumber.test(it), because('no-phone')),
    ),
    jsonSchema: { type: 'string', pattern: phoneNumber.source },
    example: '+448081570192',
  });
}
