import { createClaims } from '../form/claims.ts';
import { unsealedDraft } from '../form/drafts.ts';
import type { Typed } from '../form/unkept-drafts.ts';
import type { Parcels } from '../outbox/parcels.ts';
import { write, type Database } from './database.ts';
import type { Vault } from './vault.ts';

type Deps = {
  readonly database: Database;
  readonly vault: Vault;
  readonly parcels: Parcels;
  readonly locks: Pick<LockManager, 'request'>;
  /** Whether the form called so asks what must not lie on a device. */
  readonly isSensitive: (form: string) => boolean;
};

/**
 * A form asks something sensitive since this version of the app: what lies here of it from before is taken
 * from the disk. Only what a person has sent and is not delivered stays, until it is.
 * @returns what was half typed, for as long as the page is there
 */
export async function takeFromDisk(deps: Deps): Promise<readonly Typed[]> {
  const drafts = await takeDrafts(deps);
  await forgetCopies(deps);
  await markParcels(deps);
  return drafts;
}

async function takeDrafts({ database, vault, locks, isSensitive }: Deps) {
  const claim = createClaims(locks);
  const taken: Typed[] = [];
  for (const record of await database((it) => it.getAll('drafts'))) {
    const { id, author, place } = record;
    // Another tab may still be of the version before.
    if (!isSensitive(formIn(place)) || !(await claim(id))) continue;
    const draft = await unsealedDraft(vault, record);
    if (draft) taken.push({ place: { author, of: place }, draft });
    await database((it) => write(it, 'drafts', (store) => store.delete(id)));
  }
  return taken;
}

async function forgetCopies({ database, isSensitive }: Deps): Promise<void> {
  for (const { author, of } of await database((it) => it.getAll('copies')))
    if (isSensitive(formIn(of)))
      await database((it) => write(it, 'copies', (store) => store.delete([author, of])));
}

/** What is marked is kept without answers from then on: `outbox/kept.ts`. */
async function markParcels({ database, parcels, isSensitive }: Deps): Promise<void> {
  const authors = (await database((it) => it.getAll('parcels'))).map(({ author }) => author);
  for (const author of new Set(authors)) {
    const unmarked = (await parcels.of(author)).filter((it) => !it.isSensitive);
    for (const { entry } of unmarked.filter(({ form }) => isSensitive(form)))
      await parcels.change(author, entry, (chain) =>
        chain.map((it) => (it.isSensitive ? it : { ...it, isSensitive: true })),
      );
  }
}

/** Of `visit`, `visit/<entry>` and `visit withdrawn`. */
function formIn(name: string): string {
  return /^[^ /]*/.exec(name)?.[0] ?? '';
}
