import type { Field } from '../form/field.ts';
import { err, ok, type Result } from '../values/result.ts';
import { readHost } from './read-host.ts';
import { makeField, type FieldOptions, type IsRequired, type ReadIssue } from './make-field.ts';
import { readLine } from './text.ts';

const limits = { min: 1, max: 2000 };

/**
 * A web address. Like a browser, it adds a missing `https://`. Other schemes are refused (a `javascript:` address
 * would run when clicked), and so are a user name and password before the host.
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

function readAddress(line: string): Result<string, ReadIssue> {
  if (/^http:\/\//i.test(line)) return err('insecure');
  const [, scheme, authority = '', rest = ''] =
    /^(https:\/\/|\/\/)?([^/?#]*)(.*)$/iu.exec(line) ?? [];
  const [, host = '', port] = /^([^:@\\]*)(?::([^:@\\]*))?$/u.exec(authority) ?? [];
  // Without a scheme, a single word or a number is not taken for a host.
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
