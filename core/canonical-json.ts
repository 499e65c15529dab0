/** JSON with the keys in one order: values that say the same are the same text. A table gives keys back in another. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, it: unknown) => (isObject(it) ? sorted(it) : it));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `__proto__` is a key like any other to `Object.fromEntries`. */
function sorted(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
