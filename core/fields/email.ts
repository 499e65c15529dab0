import type { Field } from '../form/field.ts';
import { err, ok } from '../values/result.ts';
import { countBytes } from '../values/characters.ts';
import { readHost } from './read-host.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';
import { readLine } from './text.ts';

/** RFC 5321 4.5.3.1: the octets of a path without its brackets, and of the part before the @. */
const limits = { min: 1, max: 254 };
const maxNameBytes = 64;

/**
 * The part before the @, as browsers accept it (https://html.spec.whatwg.org/#valid-e-mail-address), plus the
 * letters of every script (RFC 6531), and without leading, trailing or double dots.
 */
const name =
  /^(?!\.|.*\.(\.|$))[\w.!#$%&'*+/=?^`{|}~\p{Letter}\p{Mark}\p{Number}\u200C-\u200D-]+$/u;

/** An email address. International ones are stored as typed: `用户@例子.广告`. */
export function email<const Options extends FieldOptions>(
  options: Options,
): Field<string, IsRequired<Options>> {
  return makeField(options, {
    control: { is: 'input', type: 'email', autoComplete: 'email' },
    missing: 'enter',
    limits,
    read: readLine(limits, (line) => {
      const [before = '', after = '', ...more] = line.replace(/^mailto:/i, '').split('@');
      const isName = name.test(before) && countBytes(before) <= maxNameBytes;
      // A server cannot deliver mail to `mickey@example`.
      if (!isName || more.length > 0 || !/[.\u3002\uFF61]/.test(after)) return err('no-email');
      const host = readHost(after);
      if (host === undefined || /^[\d.]+$/.test(host)) return err('no-email');
      const address = `${before}@${host}`;
      return countBytes(address) <= limits.max ? ok(address) : err('no-email');
    }),
    jsonSchema: { type: 'string', format: 'idn-email', maxLength: limits.max },
    example: 'mickey@example.com',
  });
}
