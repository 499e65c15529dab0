import type { UnparsedInstance } from '../form/field.ts';
import { isUuid } from '../values/id.ts';
import { isRecord } from '../values/is-record.ts';
import { err, ok } from '../values/result.ts';
import type { AnswerReader } from './make-field.ts';

type InstanceLimits = { readonly min: number; readonly max: number };

/**
 * Reads the instances of a repeat, without their answers. The number of instances is checked first, so that a
 * list of any length costs nothing.
 */
export function readInstances(
  value: unknown,
  { min, max }: InstanceLimits,
): ReturnType<AnswerReader<readonly UnparsedInstance[]>> {
  const list: unknown = value ?? [];
  if (!Array.isArray(list)) return err('no-instances');
  const { length } = list;
  if (length > max) return err({ code: 'many-instances', limits: { max, over: length - max } });
  if (length < min) return err({ code: 'few-instances', limits: { min, over: min - length } });
  const instances = readableInstances(list, max);
  return instances.length === length ? ok(instances) : err('no-instance-id');
}

/** The first instances that have an id of their own. */
export function readableInstances(value: unknown, max: number): readonly UnparsedInstance[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const byId = new Map<string, UnparsedInstance>();
  for (const item of list.slice(0, max)) {
    const instance = readInstance(item);
    if (instance && !byId.has(instance.id)) byId.set(instance.id, instance);
  }
  return [...byId.values()];
}

/** Ids are compared, and are keys, so they are all in lower case. */
function readInstance(item: unknown): UnparsedInstance | undefined {
  if (!isRecord(item)) return undefined;
  const { id } = item;
  return typeof id === 'string' && isUuid(id) ? { ...item, id: id.toLowerCase() } : undefined;
}
