import type { Properties, Resource } from '../../template/resource.ts';

/** Reads one resource's properties by dotted path and type, and complains by name. */
export type Reader = {
  text(path: string): string | undefined;
  number(path: string): number | undefined;
  flag(path: string): boolean | undefined;
  texts(path: string): string[] | undefined;
  /** An object's own properties; none where it is absent. */
  object(path: string): Properties;
  /** A list of objects, each with its own reader. */
  each(path: string): Reader[];
  /** Throws, unless the property is absent or has one of the values that change nothing here. */
  only(path: string, ...values: unknown[]): void;
  /** Throws at a property that is not in the list. */
  nothingBut(names: readonly string[]): void;
  refuse(path: string, why: string): never;
};

export function readerOf({ path, type, properties }: Resource): Reader {
  return reader(`${path} (${type})`, properties);
}

function reader(owner: string, properties: unknown): Reader {
  const at = (path: string) => path.split('.').reduce(child, properties);
  const refuse = (path: string, why: string): never => {
    throw new Error(`The local Cognito cannot be ${owner}: ${path} ${why}.`);
  };
  const typed = <T>(path: string, what: string, read: (value: unknown) => T | undefined) => {
    const value = at(path);
    if (value === undefined || value === null) return undefined;
    return read(value) ?? refuse(path, `is not ${what}`);
  };
  const list = (path: string) =>
    typed(path, 'a list', (value) => (Array.isArray(value) ? (value as unknown[]) : undefined));

  return {
    text: (path) =>
      typed(path, 'a text', (value) => (typeof value === 'string' ? value : undefined)),
    // CloudFormation takes numbers and booleans in quotes too.
    number: (path) =>
      typed(path, 'a number', (value) =>
        /^-?\d+$/.test(String(value)) ? Number(value) : undefined,
      ),
    flag: (path) =>
      typed(path, 'true or false', (value) => ({ true: true, false: false })[String(value)]),
    texts: (path) => list(path)?.map(String),
    object: (path) =>
      typed(path, 'an object', (value) => (isProperties(value) ? value : undefined)) ?? {},
    each: (path) =>
      (list(path) ?? []).map((item, index) => reader(`${owner} ${path}[${index}]`, item)),
    only(path, ...values) {
      const value = at(path);
      if (value !== undefined && !values.includes(value))
        refuse(path, `is ${JSON.stringify(value)}, which has no local counterpart`);
    },
    nothingBut(names) {
      for (const name of Object.keys(properties as Properties))
        if (!names.includes(name)) refuse(name, 'has no local counterpart');
    },
    refuse,
  };
}

function child(parent: unknown, name: string): unknown {
  return isProperties(parent) ? parent[name] : undefined;
}

function isProperties(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null;
}
