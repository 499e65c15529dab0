import { write, type Database } from '../device/database.ts';

/** Amplify's tokens, where the service worker finds them as well: `localStorage` is not for it. */
export function createTokenStorage(database: Database) {
  /** What a full device had no room for: who renews a token there can still send. */
  const unkept = new Map<string, string>();
  return {
    getItem: async (name: string) =>
      unkept.get(name) ?? (await database((it) => it.get('tokens', name))) ?? null,
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
      await database((it) => write(it, 'tokens', (store) => store.delete(name)));
    },
    async clear() {
      unkept.clear();
      await database((it) => write(it, 'tokens', (store) => store.clear()));
    },
  };
}
