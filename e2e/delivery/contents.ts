import { createDatabase, type Sealed } from '../../src/device/database.ts';
import { createVault } from '../../src/device/vault.ts';

/** All there are, but for the keys. */
const stores = ['parcels', 'drafts', 'queues', 'copies', 'tokens'] as const;

/** Everything that lies in a device's database, opened as whoever has used the device could open it. */
export async function contentsOf(name: string): Promise<string> {
  const database = createDatabase(name);
  const vault = createVault(database);
  const records = await database(async (it) => {
    const all = stores.map((store): Promise<readonly unknown[]> => it.getAll(store));
    return (await Promise.all(all)).flat();
  });
  const opened = records.map(async (it) => (isSealed(it) ? vault.open(it.author, it.sealed) : it));
  return JSON.stringify(await Promise.all(opened));
}

function isSealed(it: unknown): it is { readonly author: string; readonly sealed: Sealed } {
  return typeof it === 'object' && it !== null && 'sealed' in it;
}
