import type { createDraftLocks } from './draft-locks.ts';
import type { unsealedDraft } from './create-drafts.ts';
import type { TypedDraft } from './memory-drafts.ts';
import type { ChangeStore } from '../outbox/changes/change-store.ts';
import { write, type Database } from '../device/device-database.ts';
import type { Vault } from '../device/vault.ts';

type Deps = {
  readonly database: Database;
  readonly vault: Vault;
  readonly changeStore: ChangeStore;
  readonly lockDraft: ReturnType<typeof createDraftLocks>;
  readonly unseal: typeof unsealedDraft;
  /** Whether answers to this form must not be stored on a device. @param form its id */
  readonly isSensitive: (form: string) => boolean;
};

/**
 * Run when a form has become sensitive in a new version of the app: deletes what the disk has of it from before.
 * Only undelivered changes stay until they are delivered.
 * @returns its drafts, to be kept in memory as long as the page lives
 */
export async function removeSensitiveData(deps: Deps): Promise<readonly TypedDraft[]> {
  const drafts = await removeDrafts(deps);
  await removeCachedEntries(deps);
  await markChanges(deps);
  return drafts;
}

async function removeDrafts({ database, vault, lockDraft, unseal, isSensitive }: Deps) {
  const removed: TypedDraft[] = [];
  for (const record of await database((it) => it.getAll('drafts'))) {
    const { id, author, place: key } = record;
    // Another tab may still run the previous version.
    if (!isSensitive(formIdIn(key)) || !(await lockDraft(id))) continue;
    const draft = await unseal(vault, record);
    if (draft) removed.push({ key: { author, of: key }, draft });
    await database((it) => write(it, 'drafts', (store) => store.delete(id)));
  }
  return removed;
}

async function removeCachedEntries({ database, isSensitive }: Deps): Promise<void> {
  for (const { author, of } of await database((it) => it.getAll('copies')))
    if (isSensitive(formIdIn(of)))
      await database((it) => write(it, 'copies', (store) => store.delete([author, of])));
}

/** Marked changes are stored without answers once delivered: `outbox/changes/without-sensitive-answers.ts`. */
async function markChanges({ database, changeStore, isSensitive }: Deps): Promise<void> {
  const authors = (await database((it) => it.getAll('parcels'))).map(({ author }) => author);
  for (const author of new Set(authors)) {
    const unmarked = (await changeStore.of(author)).filter((it) => !it.isSensitive);
    for (const { entry } of unmarked.filter(({ form }) => isSensitive(form)))
      await changeStore.update(author, entry, (changes) =>
        changes.map((it) => (it.isSensitive ? it : { ...it, isSensitive: true })),
      );
  }
}

/** The form's id in `visit`, `visit/<entry>` and `visit withdrawn`. */
function formIdIn(name: string): string {
  return /^[^ /]*/.exec(name)?.[0] ?? '';
}
