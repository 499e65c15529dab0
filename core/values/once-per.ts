/** Computes something about an object that never changes once, however often it is needed: with each key, say. */
export function oncePer<Key extends object, Value>(
  compute: (key: Key) => Value,
): (key: Key) => Value {
  const computed = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const before = computed.get(key);
    if (before) return before.value;
    const value = compute(key);
    computed.set(key, { value });
    return value;
  };
}
