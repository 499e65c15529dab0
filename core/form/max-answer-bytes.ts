import type { Field, JsonSchema } from './field.ts';

/** An upper bound for most scripts in UTF-8: Latin letters take one byte, some emoji more than three. */
export const bytesPerCharacter = 3;

/** Of a number, a date, and everything else that is short. */
const fewBytes = 64;

/** The most bytes that an answer can take in a request body. Only free text can be long. */
export function maxAnswerBytes({ jsonSchema }: Pick<Field, 'jsonSchema'>): number {
  return maxBytes(jsonSchema);
}

type Schema = {
  readonly type?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly properties?: { readonly [name: string]: JsonSchema };
  readonly maxLength?: number;
  readonly format?: unknown;
  readonly pattern?: unknown;
};

function maxBytes(schema: JsonSchema): number {
  const { type, anyOf, items, maxItems, properties, maxLength, ...rest } = schema as Schema;
  if (anyOf) return Math.max(...anyOf.map(maxBytes));
  if (properties)
    return sum(Object.entries(properties).map(([name, it]) => name.length + 4 + maxBytes(it)));
  // Each of the options once.
  if (items?.enum) return JSON.stringify(items.enum).length;
  if (items?.anyOf) return maxBytes(items) + fewBytes * (maxItems ?? 1);
  // How many instances a repeat has is known when they are sent.
  if (items) return maxBytes(items) * (items.properties ? 1 : (maxItems ?? 1));
  if (type !== 'string' || maxLength === undefined) return fewBytes;
  const isFreeText = rest.format === undefined && rest.pattern === undefined;
  return maxLength * (isFreeText ? bytesPerCharacter : 1);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, it) => total + it, 0);
