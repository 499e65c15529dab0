import { check, email as emailFormat, pipe } from 'valibot';
import type { Field } from '../field.ts';
import { isPlainLine } from './characters.ts';
import { because, makeField, type FieldOptions, type IsRequired } from './make-field.ts';
import { textSchema } from './text.ts';

/** RFC 5321 4.5.3.1: octets before the @, and in the whole path less its brackets. */
const maxLocalPart = 64;
const maxAddress = 254;

/** An email address. */
export function email<const Options extends FieldOptions>(
  options: Options,
): Field<string, IsRequired<Options>> {
  const complaint = because('no-email');
  return makeField(options, {
    control: { is: 'input', type: 'email', autoComplete: 'email' },
    missing: 'enter',
    limits: { min: 1, max: maxAddress },
    schema: pipe(
      textSchema(isPlainLine, { min: 1, max: maxAddress }),
      emailFormat(complaint),
      check((it) => it.lastIndexOf('@') <= maxLocalPart, complaint),
    ),
    jsonSchema: { type: 'string', format: 'email', maxLength: maxAddress },
    example: 'mickey@example.com',
  });
}
