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

/** How many changes wait on this device, for whatever reason. */
export function useWaitingCount(): number {
  return useOutbox().changes?.filter(isUndelivered).length ?? 0;
}
