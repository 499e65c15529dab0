import { write, type Database } from '../device/database.ts';
import { isBlocked } from '../device/unkept.ts';

/**
 * Amplify's tokens, where the service worker finds them as well: `localStorage` is not for it. In a browser that
 * keeps nothing for this site they live as long as the page.
 */
export function createTokenStorage(database: Database) {
  /** What a full device had no room for: who renews a token there can still send. */
  const unkept = new Map<string, string>();
  /** Of what is being read just now. */
  let reading: { failure?: unknown } | undefined;

  async function getItem(name: string): Promise<string | null> {
    const kept = unkept.get(name);
    if (kept !== undefined) return kept;
    // Once is enough: each of Amplify's many reads would wait as long again.
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
    /** Amplify takes a disk that fails for nobody being signed in: here it is an error. */
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
        unkept.delete(name);
      } catch {
        unkept.set(name, text);
      }
    },
    async removeItem(name: string) {
      unkept.delete(name);
      await database((it) => write(it, 'tokens', (store) => store.delete(name))).catch(
        unlessBlocked,
      );
    },
    async clear() {
      unkept.clear();
      await database((it) => write(it, 'tokens', (store) => store.clear())).catch(unlessBlocked);
    },
  };
}

/** What was never kept need not be taken away. */
function unlessBlocked(error: unknown): void {
  if (!isBlocked(error)) throw error;
}
