/** What is wrong where a key was written `__proto__`: it is no key of an object then, but all that it inherits. */
export function issueOfKeys(record: object, called: string): string | false {
  const above: unknown = Object.getPrototypeOf(record);
  return (
    above !== Object.prototype &&
    above !== null &&
    `${called} is called __proto__, which JavaScript keeps to itself: choose another name.`
  );
}

/**
 * What a record has under a key that may be anybody's. Every object has a `constructor` and a `toString` without
 * being given them: looked up by themselves they would be taken for an answer.
 */
export function own<Value>(
  record: { readonly [key: string]: Value } | undefined,
  key: string,
): Value | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
