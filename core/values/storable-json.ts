import { isStorable } from './storable-number.ts';

/** Levels of nesting. DynamoDB allows 32, and an item needs some of its own. */
const maxDepth = 16;
/** Characters of JSON, like the limit of a request body. A DynamoDB item may have 400 KB. */
const maxLength = 65_536;

/** Throws if DynamoDB would refuse the value: every retry would fail again. */
export function assertStorable(json: unknown): void {
  if (JSON.stringify(json)?.length > maxLength) throw new RangeError('Too long.');
  assertStorableBelow(json, 1);
}

function assertStorableBelow(json: unknown, depth: number): void {
  if (depth > maxDepth) throw new RangeError('Nested too deeply.');
  if (typeof json === 'number' && !isStorable(json)) throw new RangeError('Not a storable number.');
  if (typeof json !== 'object' || json === null) return;
  for (const part of Object.values(json)) assertStorableBelow(part, depth + 1);
}
