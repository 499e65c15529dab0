import type { Properties, Resource } from './resource.ts';

/** Every value in some properties, by its path: `KeySchema[].KeyType`. */
export function pathsIn(value: unknown, at = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, within(value, at, key)));
}

/** The same resource, which tells of every value that is read of it. */
export function watchReads(resource: Resource, onRead: (path: string) => void): Resource {
  return { ...resource, properties: watched(resource.properties, '', onRead) as Properties };
}

function watched(value: object, at: string, onRead: (path: string) => void): object {
  return new Proxy(value, {
    get(target, key) {
      const found: unknown = Reflect.get(target, key);
      if (typeof key === 'symbol' || !Object.hasOwn(target, key) || key === 'length') return found;
      const path = within(target, at, key);
      if (typeof found === 'object' && found !== null) return watched(found, path, onRead);
      onRead(path);
      return found;
    },
  });
}

function within(holder: object, at: string, key: string): string {
  if (Array.isArray(holder)) return `${at}[]`;
  return at === '' ? key : `${at}.${key}`;
}
