import { isSensitive, type Form } from '#core/form.ts';
import type { Database } from './database.ts';
import type { Vault } from './vault.ts';

/** What the server told last, to be read without a network. */
export type Copies = {
  /** Nothing where there is no copy. Throws when the disk does not tell. */
  read(author: string, of: Listed): Promise<unknown>;
  /**
   * Where there is no room, there is no copy: it can be fetched again. Nor is there one of what a form asks
   * that must not lie on a device.
   */
  keep(author: string, of: Listed, told: unknown): Promise<void>;
};

/** A person's own entries of a form: those that stand, or those that are withdrawn. */
export type Listed = {
  readonly form: Pick<Form, 'id' | 'fields'>;
  readonly isWithdrawn?: boolean;
};

type Deps = { readonly database: Database; readonly vault: Vault };

/** What both copies of a form's entries are called, in the database. */
export function copiesOf(form: string): readonly [standing: string, withdrawn: string] {
  return [form, `${form} withdrawn`];
}

function nameOf({ form, isWithdrawn }: Listed): string {
  return copiesOf(form.id)[isWithdrawn ? 1 : 0];
}

export function createCopies({ database, vault }: Deps): Copies {
  return {
    async read(author, listed) {
      const key: [string, string] = [author, nameOf(listed)];
      const copy = await database((it) => it.get('copies', key));
      return copy && vault.open(author, copy.sealed);
    },
    async keep(author, listed, told) {
      if (isSensitive(listed.form)) return;
      try {
        const sealed = await vault.seal(author, told);
        const copy = { author, of: nameOf(listed), sealed };
        await database(async (it) => {
          const transaction = it.transaction(['copies', 'keys'], 'readwrite');
          // Without it they have signed out meanwhile, and nothing of theirs is to lie here.
          if (await transaction.objectStore('keys').count(author))
            void transaction.objectStore('copies').put(copy);
          await transaction.done;
        });
      } catch {
        // No room.
      }
    },
  };
}
