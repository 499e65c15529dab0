import { createDatabase, type Sealed } from '../../../src/device/device-database.ts';
import { createVault } from '../../../src/device/vault.ts';

/** All stores, except the one for keys. */
const stores = ['parcels', 'drafts', 'queues', 'copies', 'tokens'] as const;

/** All records in a device's database, decrypted with the keys that are on the device. */
export async function databaseContents(name: string): Promise<string> {
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
