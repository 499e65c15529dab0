import type { Properties, Resource } from './resource.ts';

/** The paths of all values in some properties, such as `KeySchema[].KeyType`. */
export function pathsIn(value: unknown, at = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, within(value, at, key)));
}

/** The same resource, which reports every value that is read from it. */
export function watchReads(resource: Resource, onRead: (path: string) => void): Resource {
  return { ...resource, properties: watchObject(resource.properties, '', onRead) as Properties };
}

function watchObject(value: object, at: string, onRead: (path: string) => void): object {
  return new Proxy(value, {
    get(target, key) {
      const found: unknown = Reflect.get(target, key);
      if (typeof key === 'symbol' || !Object.hasOwn(target, key) || key === 'length') return found;
      const path = within(target, at, key);
      if (typeof found === 'object' && found !== null) return watchObject(found, path, onRead);
      onRead(path);
      return found;
    },
  });
}

function within(parent: object, at: string, key: string): string {
  if (Array.isArray(parent)) return `${at}[]`;
  return at === '' ? key : `${at}.${key}`;
}
