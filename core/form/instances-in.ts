import { isUuid } from '../values/id.ts';
import { isRecord } from '../values/is-record.ts';

/** The instances of a repeat, by their ids, in their order. */
export type Instances = ReadonlyMap<string, { readonly [field: string]: unknown }>;

/**
 * The instances in an answer, which shows by its shape whether it is a list of them: a device may have to merge
 * answers to a form that it no longer has. No answer is an empty list; `undefined` for any other answer.
 */
export function instancesIn(answer: unknown): Instances | undefined {
  if (answer === undefined) return new Map();
  if (!Array.isArray(answer)) return undefined;
  const list: readonly unknown[] = answer;
  const instances = new Map(list.filter(isInstance).map((it) => [it.id, it]));
  return instances.size === list.length ? instances : undefined;
}

function isInstance(it: unknown): it is { readonly id: string } {
  return isRecord(it) && typeof it['id'] === 'string' && isUuid(it['id']);
}
