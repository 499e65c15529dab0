import type { FileNetwork } from './file-network.ts';

type SendFile<Step> = (author: string, signal: AbortSignal) => Promise<Step>;

/**
 * Sends a file only while the network may be used for files. One that is being sent is stopped when it may no longer,
 * and goes on later with the part at which it was.
 */
export function onNetwork<Step>(
  network: Pick<FileNetwork, 'hold' | 'subscribe'>,
  sendFile: SendFile<Step>,
): SendFile<Step | { readonly is: 'done' }> {
  return async (author, signal) => {
    const stop = new AbortController();
    // First, so that no change in between is missed.
    const unsubscribe = network.subscribe(() => {
      void network.hold().then((it) => it && stop.abort());
    });
    try {
      if (await network.hold()) return { is: 'done' };
      return await sendFile(author, AbortSignal.any([signal, stop.signal]));
    } finally {
      unsubscribe();
    }
  };
}
