/** Reports a key written as `__proto__`: in an object literal it sets the prototype instead of adding a key. */
export function protoKeyIssue(record: object, name: string): string | false {
  const prototype: unknown = Object.getPrototypeOf(record);
  return (
    prototype !== Object.prototype &&
    prototype !== null &&
    `${name} is called __proto__, which JavaScript reserves: choose another name.`
  );
}

/**
 * Looks up a key of unknown origin, ignoring inherited properties: every object inherits a `constructor` and a
 * `toString`, which must not be mistaken for a value of the record.
 */
export function getOwn<Value>(
  record: { readonly [key: string]: Value } | undefined,
  key: string,
): Value | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
