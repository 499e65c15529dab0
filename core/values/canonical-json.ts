import { isRecord } from './is-record.ts';

/** JSON with sorted keys, so that equal values give equal text. DynamoDB does not keep the order of keys. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, it: unknown) => (isRecord(it) ? sorted(it) : it));
}

/** Whether two JSON values are equal, whatever the order of their keys. */
export function isSameJson(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** Uses `Object.fromEntries`, which treats `__proto__` as an ordinary key. */
function sorted(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
