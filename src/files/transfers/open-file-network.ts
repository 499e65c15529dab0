import { createFileNetwork, type Connection, type FileNetwork } from './file-network.ts';
import { storedChoice } from './stored-choice.ts';

/** The network of this page, or of the service worker. */
export function openFileNetwork(): FileNetwork {
  const { caches, navigator } = globalThis as Partial<Pick<typeof globalThis, 'caches'>> & {
    readonly navigator: { readonly connection?: Connection };
  };
  return createFileNetwork({
    connection: navigator.connection,
    choice: storedChoice(caches, 'files-only-on-wifi'),
  });
}
