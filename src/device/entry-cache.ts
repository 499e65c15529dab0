import { isSensitive, type Form } from '#core/form/define-form.ts';
import type { ListedForm } from '#core/form/listed-form.ts';
import type { Database } from './device-database.ts';
import type { Vault } from './vault.ts';

/** The lists of entries that the server sent last, to be read without a network. */
export type EntryCache = {
  /** Undefined if the list is not cached. Throws when the disk cannot be read. */
  read(author: string, of: EntryList): Promise<unknown>;
  /** Does nothing on a full disk, as the list can be fetched again, nor for a form with sensitive answers. */
  keep(author: string, of: EntryList, body: unknown): Promise<void>;
};

/** A person's own entries of a form: the current ones, or the withdrawn ones. */
export type EntryList = {
  readonly form: Pick<ListedForm, 'id' | 'sensitive'> | Pick<Form, 'id' | 'fields'>;
  readonly isWithdrawn?: boolean;
};

type Deps = { readonly database: Database; readonly vault: Vault };

/** The keys of a form's two lists in the database. */
export function entryCacheKeys(form: string): readonly [current: string, withdrawn: string] {
  return [form, `${form} withdrawn`];
}

function cacheKeyOf({ form, isWithdrawn }: EntryList): string {
  return entryCacheKeys(form.id)[isWithdrawn ? 1 : 0];
}

export function createEntryCache({ database, vault }: Deps): EntryCache {
  return {
    async read(author, list) {
      const key: [string, string] = [author, cacheKeyOf(list)];
      const copy = await database((it) => it.get('copies', key));
      return copy && vault.open(author, copy.sealed);
    },
    async keep(author, list, body) {
      if ('sensitive' in list.form ? list.form.sensitive : isSensitive(list.form)) return;
      try {
        const sealed = await vault.seal(author, body);
        const copy = { author, of: cacheKeyOf(list), sealed };
        await database(async (it) => {
          const transaction = it.transaction(['copies', 'keys'], 'readwrite');
          // Without a key they have signed out meanwhile, and nothing of theirs may be stored.
          if (await transaction.objectStore('keys').count(author))
            await transaction.objectStore('copies').put(copy);
          await transaction.done;
        });
      } catch {
        // The disk is full.
      }
    },
  };
}
