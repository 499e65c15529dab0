import { check, pipe, url as urlFormat } from 'valibot';
import type { Field } from '../field.ts';
import { isPlainLine } from './characters.ts';
import { makeField, nounOf, type FieldOptions, type IsRequired } from './make-field.ts';
import { textSchema } from './text.ts';

const maxLength = 2000;

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
      urlFormat(complaint),
      check((it) => /^https:\/\/[^/?#@]+([/?#]|$)/i.test(it), complaint),
    ),
    jsonSchema: { type: 'string', format: 'uri', pattern: '^https://[^/?#@]+([/?#]|$)', maxLength },
    example: 'https://example.com/page',
  });
}
