import { useSyncExternalStore } from 'react';
import { useDeps } from '../deps.ts';
import type { OutboxView } from '../outbox/outbox.ts';
import { isUndelivered, type QueuedChange } from '../outbox/changes/queued-change.ts';

/** The outbox, live. */
export function useOutbox(): OutboxView {
  const { outbox } = useDeps();
  return useSyncExternalStore(outbox.subscribe, outbox.view);
}

export function useQueuedChange(id: string): QueuedChange | undefined {
  return useOutbox().changes?.find((it) => it.id === id);
}

/** How many changes wait on this device, for whatever reason, and entries whose files do. */
export function useWaitingCount(): number {
  const { changes = [], transfers } = useOutbox();
  const waiting = changes.filter(isUndelivered);
  const entries = new Set(transfers.map(({ entry }) => entry));
  for (const { entry } of waiting) entries.delete(entry);
  return waiting.length + entries.size;
}
