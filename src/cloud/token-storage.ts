import type { Database } from '../device/database.ts';

/** Amplify's tokens, where the service worker finds them as well: `localStorage` is not for it. */
export function createTokenStorage(database: Database) {
  return {
    getItem: async (name: string) => (await database((it) => it.get('tokens', name))) ?? null,
    setItem: async (name: string, text: string) =>
      void (await database((it) => it.put('tokens', text, name))),
    removeItem: (name: string) => database((it) => it.delete('tokens', name)),
    clear: () => database((it) => it.clear('tokens')),
  };
}
