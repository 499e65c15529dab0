import { check, pipe } from 'valibot';
import type { Field } from '../field.ts';
import { isPlainLine } from './characters.ts';
import { makeField, nounOf, type FieldOptions, type IsRequired } from './make-field.ts';
import { textSchema } from './text.ts';

const maxLength = 2000;

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
  const complaint = `Enter ${nounOf(options)} like https://example.com/page`;
  return makeField(options, {
    control: { is: 'input', type: 'url', autoComplete: 'url' },
    missing: `Enter ${nounOf(options)}`,
    schema: pipe(
      textSchema({ ...options, max: maxLength }, isPlainLine, maxLength),
      check((it) => address.test(it), complaint),
    ),
    jsonSchema: { type: 'string', format: 'uri', pattern: '^https://[^/?#@]+([/?#]|$)', maxLength },
    example: 'https://example.com/page',
  });
}
