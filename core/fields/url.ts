import type { Field } from '../field.ts';
import { err, ok } from '../result.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';
import { readLine } from './text.ts';

const limits = { min: 1, max: 2000 };

/**
 * The scheme, a host of labels, a port, and the rest. By hand, because browsers and Node do not agree on
 * which letters of which Unicode a host may have, and what the page takes the function must take.
 */
const address = (() => {
  const letter = String.raw`[a-z0-9\u00a1-\u{10ffff}]`;
  const label = `${letter}+(?:-+${letter}+)*`;
  return new RegExp(
    String.raw`^https://${label}(?:\.${label})*\.?(?::\d{1,5})?(?:[/?#].*)?$`,
    'iu',
  );
})();

/** A web address. Only https: a `javascript:` address is valid to a URL parser, and runs when clicked; no name or password before the host. */
export function url<const Options extends FieldOptions>(
  options: Options,
): Field<string, IsRequired<Options>> {
  return makeField(options, {
    control: { is: 'input', type: 'url', autoComplete: 'url' },
    missing: 'enter',
    limits,
    read: readLine(limits, (it) => (address.test(it) ? ok(it) : err('no-url'))),
    jsonSchema: {
      type: 'string',
      format: 'uri',
      pattern: '^https://[^/?#@]+([/?#]|$)',
      maxLength: limits.max,
    },
    example: 'https://example.com/page',
  });
}
