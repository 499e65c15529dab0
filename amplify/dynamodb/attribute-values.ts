/** A value in DynamoDB's JSON. Sets and binary are not here: answers have neither. */
export type AttributeValue =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: true }
  | { readonly L: readonly AttributeValue[] }
  | { readonly M: Attributes };

export type Attributes = { readonly [name: string]: AttributeValue };

type Plain = Readonly<Record<string, unknown>>;

/** What JSON can say, in DynamoDB's words. What it would change on the way, or cannot hold, throws. */
export function toAttributes(item: Plain): Attributes {
  return Object.fromEntries(Object.entries(item).map(([name, it]) => [name, toAttribute(it)]));
}

export function fromAttributes(attributes: Attributes): Plain {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, it]) => [name, fromAttribute(it)]),
  );
}

function toAttribute(value: unknown): AttributeValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(exactly(value)) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  if (Array.isArray(value)) return { L: value.map(toAttribute) };
  if (typeof value === 'object' && isPlain(value)) return { M: toAttributes(value as Plain) };
  throw new TypeError(`No attribute holds what is ${typeof value}.`);
}

function fromAttribute(attribute: AttributeValue): unknown {
  if ('S' in attribute) return attribute.S;
  if ('N' in attribute) return exactly(Number(attribute.N));
  if ('BOOL' in attribute) return attribute.BOOL;
  if ('NULL' in attribute) return null;
  if ('L' in attribute) return attribute.L.map(fromAttribute);
  if ('M' in attribute) return fromAttributes(attribute.M);
  throw new TypeError(`This table holds no ${Object.keys(attribute).join()}.`);
}

/** DynamoDB keeps 38 digits, a double 15: past the safe integers the two no longer mean the same. */
function exactly(value: number): number {
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value;
  throw new RangeError('A number is too large to be the same here and in the table.');
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
