export type Answers = { readonly [name: string]: unknown };

/**
 * Answers that are computed when they are read, so that a function depends only on those that it reads. They look
 * like an object of all names; a proxy, because most functions read two or three of hundreds.
 * @param outer of a repeat's instance: the answers around it, which its own come before
 */
export function lazyAnswers(
  names: ReadonlySet<string>,
  valueOf: (name: string) => unknown,
  outer: Answers | null,
): Answers {
  const isOwn = (key: string | symbol): key is string => typeof key === 'string' && names.has(key);
  return new Proxy<Answers>(nothing, {
    get: (_, key) => {
      if (isOwn(key)) return valueOf(key);
      return typeof key === 'string' ? outer?.[key] : undefined;
    },
    has: (_, key) => isOwn(key) || (outer !== null && Reflect.has(outer, key)),
    ownKeys: () => [...names],
    getOwnPropertyDescriptor: (_, key) =>
      isOwn(key)
        ? { value: valueOf(key), enumerable: true, configurable: true, writable: false }
        : undefined,
    getPrototypeOf: () => null,
    set: refuse,
    defineProperty: refuse,
    deleteProperty: refuse,
    setPrototypeOf: refuse,
    preventExtensions: refuse,
  });
}

const nothing = Object.create(null) as Answers;

/** A function cannot change the answers that others read. */
function refuse(): boolean {
  return false;
}

/** Protects a value from the form's functions, which all get the same one. */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
