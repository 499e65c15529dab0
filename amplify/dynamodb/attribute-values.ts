/** A value in DynamoDB's JSON. Sets and binary values are left out, because answers have neither. */
export type AttributeValue =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: true }
  | { readonly L: readonly AttributeValue[] }
  | { readonly M: Attributes };

export type Attributes = { readonly [name: string]: AttributeValue };

type PlainObject = Readonly<Record<string, unknown>>;

/** Converts a JSON object to DynamoDB's format. Throws for values that DynamoDB would change or cannot store. */
export function toAttributes(item: PlainObject): Attributes {
  return Object.fromEntries(Object.entries(item).map(([name, it]) => [name, toAttribute(it)]));
}

export function fromAttributes(attributes: Attributes): PlainObject {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, it]) => [name, fromAttribute(it)]),
  );
}

function toAttribute(value: unknown): AttributeValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(exactNumber(value)) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  if (Array.isArray(value)) return { L: value.map(toAttribute) };
  if (typeof value === 'object' && isPlain(value)) return { M: toAttributes(value as PlainObject) };
  throw new TypeError(`DynamoDB has no attribute for a value of type ${typeof value}.`);
}

function fromAttribute(attribute: AttributeValue): unknown {
  if ('S' in attribute) return attribute.S;
  if ('N' in attribute) return exactNumber(Number(attribute.N));
  if ('BOOL' in attribute) return attribute.BOOL;
  if ('NULL' in attribute) return null;
  if ('L' in attribute) return attribute.L.map(fromAttribute);
  if ('M' in attribute) return fromAttributes(attribute.M);
  throw new TypeError(`Attributes of type ${Object.keys(attribute).join()} are not supported.`);
}

/** DynamoDB stores 38 digits and a double only about 15, so larger integers would be rounded. */
function exactNumber(value: number): number {
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value;
  throw new RangeError('A number is too large to be stored exactly.');
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
