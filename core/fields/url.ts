import type { Field } from '../field.ts';
import { err, ok, type Result } from '../result.ts';
import { readHost } from './host.ts';
import { makeField, type FieldOptions, type IsRequired, type Refused } from './make-field.ts';
import { readLine } from './text.ts';

const limits = { min: 1, max: 2000 };

/**
 * A web address; `https://` is put in front of what begins with the host, as a browser does. Only https: a
 * `javascript:` address is valid to a URL parser, and runs when clicked; no name or password before the host.
 */
export function url<const Options extends FieldOptions>(
  options: Options,
): Field<string, IsRequired<Options>> {
  return makeField(options, {
    control: { is: 'input', type: 'url', autoComplete: 'url' },
    missing: 'enter',
    limits,
    read: readLine(limits, readAddress),
    jsonSchema: {
      type: 'string',
      format: 'uri',
      pattern: '^https://[^/?#@]+([/?#]|$)',
      maxLength: limits.max,
    },
    example: 'https://example.com/page',
  });
}

function readAddress(line: string): Result<string, Refused> {
  if (/^http:\/\//i.test(line)) return err('insecure');
  const [, scheme, authority = '', rest = ''] =
    /^(https:\/\/|\/\/)?([^/?#]*)(.*)$/iu.exec(line) ?? [];
  const [, host = '', port] = /^([^:@\\]*)(?::([^:@\\]*))?$/u.exec(authority) ?? [];
  // A word, or a number, is no host unless somebody says so.
  if (
    host === '' ||
    (!scheme && !/[.\u3002\uFF61]\p{Letter}[\p{Letter}\p{Mark}\d-]+\.?$/u.test(host))
  )
    return err('no-url');
  const read = readHost(host.replace(/\.$/, ''));
  if (read === undefined) return err('no-host');
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536))
    return err(/^\d+$/.test(port) ? 'no-port' : 'no-url');
  const address = `https://${read}${port === undefined ? '' : `:${port}`}${rest}`;
  return address.length <= limits.max ? ok(address) : err('no-url');
}
