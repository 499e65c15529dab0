import type { Field } from '../field.ts';
import { err, ok } from '../result.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';
import { readLine } from './text.ts';

/** RFC 5321 4.5.3.1: octets in a path, less its brackets. */
const limits = { min: 1, max: 254 };

/**
 * What a browser takes for one (https://html.spec.whatwg.org/#valid-e-mail-address), where dots stand
 * between something and the host has one: mail to `mickey@example` goes nowhere from a server. Before
 * the @ there are 64 octets at most (RFC 5321 4.5.3.1.1).
 */
const address =
  /^(?!\.|.*\.[.@])[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z\d]+(?:-+[a-z\d]+)*\.)+[a-z\d]+(?:-+[a-z\d]+)*$/i;

/** An email address. */
export function email<const Options extends FieldOptions>(
  options: Options,
): Field<string, IsRequired<Options>> {
  return makeField(options, {
    control: { is: 'input', type: 'email', autoComplete: 'email' },
    missing: 'enter',
    limits,
    read: readLine(limits, (it) => (address.test(it) ? ok(it) : err('no-email'))),
    jsonSchema: { type: 'string', format: 'email', maxLength: limits.max },
    example: 'mickey@example.com',
  });
}
