/**
 * What a record has under a key that may be anybody’s, as core/own.ts has it: the local cloud imports nothing of
 * what runs on it.
 */
export function own<Value>(
  record: { readonly [key: string]: Value } | undefined,
  key: string,
): Value | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
