import { validateHeaderName, validateHeaderValue } from 'node:http';
import { withDefault, type Answer, type Headers } from './answer.ts';

/** What a function returned, as an answer; nothing when API Gateway calls it malformed and answers 502. */
export function resultToAnswer(result: unknown): Answer | undefined {
  if (!isObject(result) || !Object.keys(result).every((key) => allowedKeys.includes(key)))
    return undefined;
  // AWS was never seen to answer an empty object; 502 is what it does to an empty result.
  if (Object.keys(result).length === 0) return undefined;
  const { statusCode, headers, multiValueHeaders, body } = result;
  const status = statusOf(statusCode);
  const merged = mergedHeaders(headers ?? {}, multiValueHeaders ?? {});
  if (status === undefined || !merged || !(body == null || typeof body === 'string'))
    return undefined;
  return {
    status,
    headers: withDefault(merged, 'Content-Type', 'application/json'),
    // Without binary media types isBase64Encoded is not looked at: the text goes out as it is.
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

/** Both kinds in one list; a pair that is in both is sent once, in the case of multiValueHeaders. */
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

/** These are the gateway's to set; a function's own arrive under another name. */
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
