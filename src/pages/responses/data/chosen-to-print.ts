import { isRecord } from '#core/values/is-record.ts';
import { keyOf, type ResponseKey } from './response.ts';

/** The navigation state of a link that prints chosen responses: their keys may be too long for an address. */
export function toPrint(chosen: readonly ResponseKey[]): object {
  return { toPrint: chosen.map(keyOf) };
}

/** Which responses were chosen. Undefined if that is not known: the address was opened by itself. */
export function chosenIn(
  state: unknown,
): { readonly count: number; readonly has: (response: ResponseKey) => boolean } | undefined {
  if (!isRecord(state) || !Array.isArray(state['toPrint'])) return undefined;
  const keys = new Set<unknown>(state['toPrint']);
  return { count: keys.size, has: (response) => keys.has(keyOf(response)) };
}
