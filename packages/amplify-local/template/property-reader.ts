import type { Properties, Resource } from './resource.ts';

/**
 * Reads a resource's properties by dotted path and type. Anything the local cloud does not support
 * is refused, naming resource and property, so that nothing is silently ignored; so is `null`,
 * which CloudFormation does not accept either.
 */
export type Reader = {
  has(path: string): boolean;
  text(path: string): string | undefined;
  /** Templates may also have numbers and booleans in quotes. */
  number(path: string): number | undefined;
  integer(path: string): number | undefined;
  flag(path: string): boolean | undefined;
  texts(path: string): string[] | undefined;
  requiredText(path: string): string;
  requiredNumber(path: string): number;
  /** An object's own properties; none if it is absent. */
  object(path: string): Properties;
  /** A reader for the object at this path. */
  part(path: string): Reader;
  /** A reader for each object in the list at this path; none if it is absent. */
  each(path: string): Reader[];
  /** Throws at any value except these. The property may be absent if `undefined` is one of them. */
  only<const Value>(path: string, ...values: readonly Value[]): Value;
  /** Throws if the list has a text that is none of these. */
  onlyTexts(path: string, ...values: string[]): void;
  /** Throws at properties other than these. */
  nothingBut(names: readonly string[]): void;
  refuse(path: string, why?: string): never;
};

export function readerOf({ path, type, properties }: Resource): Reader {
  return reader(`${path} (${type}): `, properties);
}

/** `owner` begins every error message: `api/Post (AWS::ApiGateway::Method): Integration.`. */
function reader(owner: string, properties: Properties): Reader {
  const refuse = (path: string, why = noCounterpart): never => {
    throw new Error(`${owner}${path} ${why}.`);
  };
  const at = (path: string): unknown => {
    const end = path.lastIndexOf('.');
    const parent = end < 0 ? properties : object(path.slice(0, end));
    return parent[path.slice(end + 1)];
  };
  const typed =
    <T>(what: string, read: (value: unknown) => T | undefined) =>
    (path: string): T | undefined => {
      const value = at(path);
      return value === undefined ? value : (read(value) ?? refuse(path, `is not ${what}`));
    };
  const required =
    <T>(read: (path: string) => T | undefined) =>
    (path: string): T =>
      read(path) ?? refuse(path, 'is missing');

  const text = typed('text', (value) => (typeof value === 'string' ? value : undefined));
  const number = typed('a number', numberFrom);
  const list = typed('a list', (value) =>
    Array.isArray(value) ? (value as unknown[]) : undefined,
  );
  const texts = (path: string) =>
    list(path)?.map((item, index) =>
      typeof item === 'string' ? item : refuse(`${path}[${index}]`, 'is not text'),
    );
  const anyObject = typed('an object', (value) => (isObject(value) ? value : undefined));
  const object = (path: string): Properties => anyObject(path) ?? {};

  return {
    has: (path) => at(path) !== undefined,
    text,
    number,
    integer: typed('a whole number', (value) =>
      /^-?\d+$/.test(String(value)) ? Number(value) : undefined,
    ),
    flag: typed('true or false', (value) => ({ true: true, false: false })[String(value)]),
    texts,
    requiredText: required(text),
    requiredNumber: required(number),
    object,
    part: (path) => reader(`${owner}${path}.`, object(path)),
    each: (path) =>
      (list(path) ?? []).map((item, index) =>
        isObject(item)
          ? reader(`${owner}${path}[${index}].`, item)
          : refuse(`${path}[${index}]`, 'is not an object'),
      ),
    only<Value>(path: string, ...values: readonly Value[]) {
      const value = at(path) as Value;
      if (values.includes(value)) return value;
      const why = value === undefined ? 'is missing' : whichHasNone(`is ${JSON.stringify(value)}`);
      return refuse(path, why);
    },
    onlyTexts(path, ...values) {
      const stranger = texts(path)?.find((it) => !values.includes(it));
      if (stranger !== undefined) refuse(path, whichHasNone(`has ${stranger}`));
    },
    nothingBut(names) {
      for (const name of Object.keys(properties)) if (!names.includes(name)) refuse(name);
    },
    refuse,
  };
}

const noCounterpart = 'has no local counterpart';

function whichHasNone(what: string): string {
  return `${what}, which ${noCounterpart}`;
}

function numberFrom(value: unknown): number | undefined {
  const isWritten = typeof value === 'number' || (typeof value === 'string' && /\d/.test(value));
  return isWritten && Number.isFinite(Number(value)) ? Number(value) : undefined;
}

function isObject(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
