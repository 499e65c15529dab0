import type { Problem } from '#core/api/problem.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import type { ApiRequest } from './lambda-adapter.ts';
import { scanJson } from './scan-json.ts';

/** Deeper nesting could overflow the stack in JSON.stringify and in recursive functions. */
const maxDepth = 16;

/** JSON is UTF-8 (RFC 8259 8.1). A body in another character set would be misread. */
const utf8 = ['utf-8', '"utf-8"'];

/** Parses the JSON body of a request of at most this many bytes. The cheap checks come before the expensive parsing. */
export function readJson({ body, headers }: ApiRequest, limit: number): Result<unknown, Problem> {
  if (!isJson(headers.get('content-type') ?? '')) return err({ code: 'not_json' });
  if (Buffer.byteLength(body) > limit) return err({ code: 'too_large' });
  const { depth, hasRepeatedKey } = scanJson(body, maxDepth);
  if (depth > maxDepth) return err({ code: 'too_deep' });
  if (hasRepeatedKey) return err({ code: 'repeated_key' });
  try {
    return ok(JSON.parse(body));
  } catch {
    return err({ code: 'malformed' });
  }
}

function isJson(contentType: string): boolean {
  const [type, ...parameters] = contentType.split(';').map((it) => it.trim().toLowerCase());
  return type === 'application/json' && parameters.every((it) => it === '' || isUtf8(it));
}

function isUtf8(parameter: string): boolean {
  const [name, value, ...more] = parameter.split('=').map((it) => it.trim());
  return name === 'charset' && value !== undefined && utf8.includes(value) && more.length === 0;
}
