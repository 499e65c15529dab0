import { err, ok, type Result } from '#core/values/result.ts';

/** Why a part of a map was not loaded. */
export type LoadFailure = 'no-network' | 'refused' | 'stopped';

/** Milliseconds. */
const timeout = 30_000;

/** The bytes at an address; none of a tile that a provider does not have, such as of the sea. */
export async function loadBytes(
  address: string,
  signal: AbortSignal,
): Promise<Result<Uint8Array<ArrayBuffer>, LoadFailure>> {
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
    const response = await fetch(address, { signal: within });
    if (response.status === 404 || response.status === 410) return ok(new Uint8Array());
    if (!response.ok) return err('refused');
    return ok(new Uint8Array(await response.arrayBuffer()));
  } catch {
    return err(signal.aborted ? 'stopped' : 'no-network');
  }
}
