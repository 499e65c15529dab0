import type { Field } from '../field.ts';
import { err, ok } from '../result.ts';
import { westernDigits } from './characters.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';
import { readLine } from './text.ts';

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
    read: readLine(limits, (it) => {
      const dialled = westernDigits(it).replace(/[\s().\-/]/g, '');
      return phoneNumber.test(dialled) ? ok(dialled) : err('no-phone');
    }),
    jsonSchema: { type: 'string', pattern: phoneNumber.source },
    example: '+448081570192',
  });
}
