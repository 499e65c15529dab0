import type { AddProtocolAction, RequestTransformFunction } from 'maplibre-gl';
import type { StreetMap } from '#brand/street-map.ts';
import { findInKept, keptMapsChange, readKeptMaps, type KeptMap } from './kept-maps.ts';

/** The protocol of addresses that MapLibre asks us for instead of the network. */
export const keptProtocol = 'kept';

const start = `${keptProtocol}://`;

/** Milliseconds. */
const timeout = 30_000;

let reading: Promise<readonly KeptMap[]> | undefined;

/** The maps on this device; none where it stores nothing. Read once, and again when they change. */
export function keptMapsOf(streetMap: StreetMap): Promise<readonly KeptMap[]> {
  if (!reading) {
    addEventListener(keptMapsChange, () => void (reading = undefined), { once: true });
    reading = readKeptMaps(streetMap).catch(() => []);
  }
  return reading;
}

/** Asks for everything from the device first, if a map is kept. */
export function fromKept(streetMap: StreetMap): RequestTransformFunction {
  return async (url) => {
    const isElsewhere = /^https?:/.test(url);
    return { url: isElsewhere && (await keptMapsOf(streetMap)).length > 0 ? start + url : url };
  };
}

/**
 * Gives what is kept, or else what the network has. What neither has is empty: no error, but nothing drawn, so that
 * the map of the Earth below it is seen.
 */
export function answerFromKept(streetMap: StreetMap): AddProtocolAction {
  return async ({ url, type }, { signal }) => {
    const address = url.slice(start.length);
    const found =
      (await findInKept(streetMap, await keptMapsOf(streetMap), address).catch(() => undefined)) ??
      (await fromNetwork(address, signal));
    if (type === 'json') return { data: found ? await found.json() : {} };
    return { data: found ? await found.arrayBuffer() : new ArrayBuffer() };
  };
}

async function fromNetwork(address: string, signal: AbortSignal): Promise<Response | undefined> {
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
    const response = await fetch(address, { signal: within });
    return response.ok ? response : undefined;
  } catch (error) {
    if (signal.aborted) throw error;
    return undefined;
  }
}
