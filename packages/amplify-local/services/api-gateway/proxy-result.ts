import { validateHeaderName, validateHeaderValue } from 'node:http';
import { withDefaultHeader, type HttpResponse, type Headers } from '../../machine/http-response.ts';

/** Turns a function's result into a response; undefined if it is malformed, to which API Gateway answers 502. */
export function toHttpResponse(result: unknown): HttpResponse | undefined {
  if (!isObject(result) || !Object.keys(result).every((key) => allowedKeys.includes(key)))
    return undefined;
  // What AWS does for an empty object is untested; an empty result is a 502.
  if (Object.keys(result).length === 0) return undefined;
  const { statusCode, headers, multiValueHeaders, body } = result;
  const status = statusOf(statusCode);
  const merged = mergedHeaders(headers ?? {}, multiValueHeaders ?? {});
  if (status === undefined || !merged || !(body == null || typeof body === 'string'))
    return undefined;
  return {
    status,
    headers: withDefaultHeader(merged, 'Content-Type', 'application/json'),
    // Without binary media types, isBase64Encoded is ignored: the text is sent as it is.
    body: body ?? '',
  };
}

const allowedKeys = ['isBase64Encoded', 'statusCode', 'headers', 'multiValueHeaders', 'body'];

function statusOf(given: unknown): number | undefined {
  if (given === undefined || given === null) return 200;
  const status = typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : given;
  return Number.isInteger(status) && Number(status) >= 200 && Number(status) <= 599
    ? Number(status)
    : undefined;
}

/** Merges both kinds. A pair in both is sent once, in the case of multiValueHeaders. */
function mergedHeaders(single: unknown, multiple: unknown): Headers | undefined {
  if (!isObject(single) || !isObject(multiple) || !Object.values(multiple).every(Array.isArray))
    return undefined;
  const many = Object.entries(multiple).flatMap(([name, values]) =>
    (values as unknown[]).map((value) => [name, value] as const),
  );
  const one = Object.entries(single).filter(
    ([name, value]) =>
      !many.some(([n, v]) => n.toLowerCase() === name.toLowerCase() && v === value),
  );
  const pairs = [...one, ...many];
  if (!pairs.every(([, value]) => typeof value === 'string' || typeof value === 'boolean'))
    return undefined;
  const merged = pairs
    .filter(([name]) => name.toLowerCase() !== 'transfer-encoding')
    .map(([name, value]) => [remapped(name), String(value)] as const);
  return merged.every(isSendable) ? merged : undefined;
}

/** Only the gateway sets these; a function's own are renamed. */
function remapped(name: string): string {
  const isOurs = ['connection', 'content-length', 'date', 'server'].includes(name.toLowerCase());
  return isOurs ? `x-amzn-Remapped-${name}` : name;
}

function isSendable([name, value]: readonly [string, string]): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
