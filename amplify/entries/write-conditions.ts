import type { Condition } from './dynamo-table.ts';

/** Nothing is stored under this key. */
export const ifNone = { if: 'attribute_not_exists(pk)' };

/** Nobody has written the item since it was read: each write of it raises `version`. */
export function ifVersionIs(version: number): Condition {
  const condition = '#version = :before';
  return { if: condition, names: { '#version': 'version' }, values: { ':before': version } };
}
