import type { QueuedChange } from '../../outbox/changes/queued-change.ts';

/** Changes that were discarded on this page. Until it is left they can be brought back. In memory only. */
type Discards = { readonly changes: readonly QueuedChange[]; readonly isTooLate: boolean };

const none: Discards = { changes: [], isTooLate: false };
const listeners = new Set<() => void>();
let discards = none;

function show(next: Discards): void {
  discards = next;
  for (const listener of listeners) listener();
}

/** @param changes empty when it was too late to discard */
export function announceDiscarded(changes: readonly QueuedChange[]): void {
  show({ changes: [...discards.changes, ...changes], isTooLate: changes.length === 0 });
}

export const lastDiscards = () => discards;

export const forgetDiscards = () => show(none);

export function subscribeToDiscards(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
