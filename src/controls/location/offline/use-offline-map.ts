import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { OfflineMap, StreetMap } from '#brand/street-map.ts';
import { storageFailureOf } from '../../../device/storage-failure.ts';
import { keepMap, type KeepFailure } from './keep-map.ts';
import { readKeptMaps, removeKeptMap } from './kept-maps.ts';
import { measureMap } from './measure-map.ts';

/** Where a part of a map stands. */
export type OfflineMapStatus =
  | { readonly is: 'measuring' }
  | { readonly is: 'absent'; readonly bytes: number; readonly because?: 'stopped' | 'removed' }
  | { readonly is: 'loading'; readonly part: number }
  | { readonly is: 'kept'; readonly bytes: number; readonly isLeaving?: boolean }
  | {
      readonly is: 'failed';
      readonly problem: Exclude<KeepFailure, 'stopped'>;
      /** Whether its size is known, so that it can be kept. */
      readonly isMeasured: boolean;
    };

/** Keeps a part of the street map on this device, and removes it. */
export function useOfflineMap(streetMap: StreetMap, map: OfflineMap) {
  const [status, setStatus] = useState<OfflineMapStatus>({ is: 'measuring' });
  const working = useRef<AbortController>(undefined);
  const size = useRef(0);

  function startAgain(): AbortSignal {
    working.current?.abort();
    working.current = new AbortController();
    return working.current.signal;
  }

  const begin = useEffectEvent(() => void measure());
  useEffect(() => {
    begin();
    // What has arrived stays if the page is left, and it goes on from there.
    return () => working.current?.abort('left');
  }, []);

  async function measure(because?: 'removed'): Promise<void> {
    const signal = startAgain();
    setStatus({ is: 'measuring' });
    const found = await findStatus(streetMap, map, signal);
    if (signal.aborted) return;
    if (found.is === 'absent') size.current = found.bytes;
    setStatus(found.is === 'absent' && because ? { ...found, because } : found);
  }

  async function keep(): Promise<void> {
    const signal = startAgain();
    setStatus({ is: 'loading', part: 0 });
    const kept = await keepMap(streetMap, map, {
      signal,
      onProgress: (part) => signal.aborted || setStatus({ is: 'loading', part }),
    });
    if (kept.ok) return measure();
    if (kept.problem !== 'stopped')
      return setStatus({ is: 'failed', problem: kept.problem, isMeasured: true });
    if (signal.reason !== 'left')
      setStatus({ is: 'absent', bytes: size.current, because: 'stopped' });
  }

  async function remove(): Promise<void> {
    try {
      await removeKeptMap(streetMap, map);
    } catch (error) {
      return setStatus({ is: 'failed', problem: storageFailureOf(error), isMeasured: false });
    }
    await measure('removed');
  }

  const ask = (isLeaving: boolean) =>
    setStatus((before) => (before.is === 'kept' ? { ...before, isLeaving } : before));

  return {
    status,
    measure: () => void measure(),
    keep: () => void keep(),
    stop: () => working.current?.abort(),
    remove: () => void remove(),
    askToRemove: () => ask(true),
    leave: () => ask(false),
  };
}

/** Whether it is on the device, or else how large it is. */
async function findStatus(
  streetMap: StreetMap,
  map: OfflineMap,
  signal: AbortSignal,
): Promise<OfflineMapStatus> {
  try {
    const kept = (await readKeptMaps(streetMap)).find((it) => it.map === map);
    if (kept) return { is: 'kept', bytes: kept.bytes };
  } catch (error) {
    return { is: 'failed', problem: storageFailureOf(error), isMeasured: false };
  }
  const measured = await measureMap(streetMap, map, signal);
  if (measured.ok) return { is: 'absent', bytes: measured.value };
  return measured.problem === 'stopped'
    ? { is: 'measuring' }
    : { is: 'failed', problem: measured.problem, isMeasured: false };
}
