import { useSyncExternalStore } from 'react';
import { useDeps } from '../deps.ts';
import type { View } from './outbox.ts';
import { isOnItsWay, type Parcel } from './parcel.ts';

/** The outbox as it is now, and whenever it changes. */
export function useOutbox(): View {
  const { outbox } = useDeps();
  return useSyncExternalStore(outbox.subscribe, outbox.view);
}

export function useParcel(id: string): Parcel | undefined {
  return useOutbox().parcels?.find((it) => it.id === id);
}

/** How many parcels wait on this device, for whatever reason. */
export function useWaiting(): number {
  return useOutbox().parcels?.filter(isOnItsWay).length ?? 0;
}
