import type { Problem } from '#core/problem.ts';
import { err, ok, type Result } from '#core/result.ts';
import { longestBody } from '#core/longest-body.ts';
import type { Call } from './call.ts';
import { scanJson } from './scan-json.ts';

/** Deep nesting makes JSON.stringify and every recursive walk overflow the stack. */
const maxDepth = 16;

/** JSON is UTF-8 (RFC 8259 8.1); another character set would be read as something else. */
const utf8 = ['utf-8', '"utf-8"'];

/** The JSON a call carries, with the cheap refusals before the costly parsing. */
export function readJson({ body, headers }: Call): Result<unknown, Problem> {
  if (!isJson(headers.get('content-type') ?? '')) return err({ code: 'not_json' });
  if (Buffer.byteLength(body) > longestBody) return err({ code: 'too_large' });
  const { depth, repeatsAKey } = scanJson(body, maxDepth);
  if (depth > maxDepth) return err({ code: 'too_deep' });
  if (repeatsAKey) return err({ code: 'repeated_key' });
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
