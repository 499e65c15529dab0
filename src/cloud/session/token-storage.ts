import { write, type Database } from '../../device/device-database.ts';
import { isBlocked } from '../../device/storage-failure.ts';

/**
 * Stores Amplify's tokens in IndexedDB, because the service worker needs them and cannot use `localStorage`. If
 * the browser stores nothing for this site, they live as long as the page.
 */
export function createTokenStorage(database: Database) {
  /** Tokens that a full disk could not store: people can still send. */
  const inMemory = new Map<string, string>();
  /** The first failure of the read that is running. */
  let reading: { failure?: unknown } | undefined;

  async function getItem(name: string): Promise<string | null> {
    const remembered = inMemory.get(name);
    if (remembered !== undefined) return remembered;
    // Amplify reads many names in a row: each would wait for the disk as long again.
    if (reading?.failure !== undefined) throw reading.failure;
    try {
      return (await database((it) => it.get('tokens', name))) ?? null;
    } catch (error) {
      if (isBlocked(error)) return null;
      if (reading) reading.failure = error;
      throw error;
    }
  }

  return {
    getItem,
    /** If the disk fails, Amplify believes that nobody is signed in. This throws instead. */
    async read<Value>(tokens: () => Promise<Value>): Promise<Value> {
      const now: { failure?: unknown } = {};
      reading = now;
      try {
        const found = await tokens();
        if (!found && now.failure !== undefined) throw now.failure;
        return found;
      } finally {
        reading = undefined;
      }
    },
    async setItem(name: string, text: string) {
      try {
        await database((it) => write(it, 'tokens', (store) => store.put(text, name)));
        inMemory.delete(name);
      } catch {
        inMemory.set(name, text);
      }
    },
    async removeItem(name: string) {
      inMemory.delete(name);
      await database((it) => write(it, 'tokens', (store) => store.delete(name))).catch(
        unlessBlocked,
      );
    },
    async clear() {
      inMemory.clear();
      await database((it) => write(it, 'tokens', (store) => store.clear())).catch(unlessBlocked);
    },
  };
}

/** A blocked storage has nothing to delete. */
function unlessBlocked(error: unknown): void {
  if (!isBlocked(error)) throw error;
}
