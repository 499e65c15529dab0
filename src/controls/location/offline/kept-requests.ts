import type { AddProtocolAction, RequestTransformFunction } from 'maplibre-gl';
import type { StreetMap } from '#brand/street-map.ts';
import { findInKept, keptMapsChange, readKeptMaps, type KeptMap } from './kept-maps.ts';
import { loadBytes } from './load-bytes.ts';

/** The protocol of addresses that MapLibre asks us for instead of the network. */
export const keptProtocol = 'kept';

const start = `${keptProtocol}://`;

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
    const kept = await keptMapsOf(streetMap);
    const found = await findInKept(streetMap, kept, address).catch(() => undefined);
    const bytes = found ? await found.arrayBuffer() : await fromNetwork(address, signal);
    if (type !== 'json') return { data: bytes };
    return { data: bytes.byteLength > 0 ? JSON.parse(new TextDecoder().decode(bytes)) : {} };
  };
}

async function fromNetwork(address: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const loaded = await loadBytes(address, signal);
  // MapLibre no longer wants it.
  if (!loaded.ok && loaded.problem === 'stopped') throw signal.reason;
  return loaded.ok ? loaded.value.buffer : new ArrayBuffer();
}
