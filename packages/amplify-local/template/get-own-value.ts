/**
 * The value of a record under a key from outside, or undefined. Inherited properties such as `constructor`
 * do not count.
 */
export function getOwn<Value>(
  record: { readonly [key: string]: Value } | undefined,
  key: string,
): Value | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
