import { write, type Database } from './database.ts';
import type { Vault } from './vault.ts';

/** What the server told last, to be read without a network. */
export type Copies = {
  /** Nothing where there is no copy. Throws when the disk does not tell. */
  read(author: string, of: string): Promise<unknown>;
  /** Where there is no room, there is no copy: it can be fetched again. */
  keep(author: string, of: string, told: unknown): Promise<void>;
};

type Deps = { readonly database: Database; readonly vault: Vault };

export function createCopies({ database, vault }: Deps): Copies {
  return {
    async read(author, of) {
      const copy = await database((it) => it.get('copies', [author, of]));
      return copy && vault.open(author, copy.sealed);
    },
    async keep(author, of, told) {
      try {
        const sealed = await vault.seal(author, told);
        await database((it) => write(it, 'copies', (store) => store.put({ author, of, sealed })));
      } catch {
        // No room.
      }
    },
  };
}
