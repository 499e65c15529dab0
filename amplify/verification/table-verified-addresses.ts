import type { EntryKey } from '#core/entries/store/entry-store.ts';
import type {
  VerificationTokens,
  VerifiedAddresses,
} from '#core/verification/verified-addresses.ts';
import type { Item, Table } from '../entries/dynamo-table.ts';
import { confirmationRequestKey, verifiedAddressesKey } from '../entries/entry-item.ts';
import { ifNone, ifVersionIs } from '../entries/write-conditions.ts';

/** An address that was verified with the link in the mail about an entry. */
type VerifiedAddress = { readonly id: string; readonly address: string };

/** Of one author and form. The oldest make space for others. */
const mostAddresses = 20;

/** Seconds for which verified addresses are stored after the latest was. */
const secondsOfAddresses = 366 * 24 * 3600;

/** Seconds for which a request for a confirmation is stored: longer than the stream keeps its records. */
const secondsOfRequest = 3 * 24 * 3600;

/** Attempts against others that verify at the same moment. */
const maxRounds = 20;

type Deps = {
  readonly table: Pick<Table, 'get' | 'put'>;
  readonly tokens: Pick<VerificationTokens, 'digestOf'>;
  readonly now: () => Date;
};

/** In the partition of the author: one item for each form has digests of the addresses. */
export function createTableVerifiedAddresses({ table, tokens, now }: Deps): VerifiedAddresses {
  return {
    async isVerified(entry, address) {
      const digest = await tokens.digestOf(address);
      const { addresses } = verifiedIn(await table.get(verifiedAddressesKey(entry)));
      return addresses.some((it) => it.address === digest);
    },

    async add({ address, ...key }) {
      const { id } = key;
      await changeVerified(table, key, now(), (before) =>
        before.some((it) => it.id === id && it.address === address)
          ? before
          : [...before, { id, address }].slice(-mostAddresses),
      );
      const request = {
        ...confirmationRequestKey(key),
        expiresAt: secondsAfter(now(), secondsOfRequest),
      };
      // The mail function receives this from the table's stream, once.
      await table.put(request, ifNone);
    },

    forget: (entry) => forgetVerified(table, entry, now()),
  };
}

/** Removes the digests of what was verified with an entry, when it is erased. */
export async function forgetVerified(
  table: Pick<Table, 'get' | 'put'>,
  entry: EntryKey,
  now: Date,
): Promise<void> {
  await changeVerified(table, entry, now, (before) => before.filter((it) => it.id !== entry.id));
}

async function changeVerified(
  table: Pick<Table, 'get' | 'put'>,
  author: Pick<EntryKey, 'username' | 'form'>,
  now: Date,
  change: (before: readonly VerifiedAddress[]) => readonly VerifiedAddress[],
): Promise<void> {
  const key = verifiedAddressesKey(author);
  for (let round = 0; round < maxRounds; round += 1) {
    const item = await table.get(key);
    const { addresses: before, version } = verifiedIn(item);
    const addresses = change(before);
    if (isSame(before, addresses)) return;
    // Without any left, the item goes as soon as the table deletes what has expired.
    const lasts = addresses.length > 0 ? secondsOfAddresses : 0;
    const next = { ...key, addresses, version: version + 1, expiresAt: secondsAfter(now, lasts) };
    if ((await table.put(next, item ? ifVersionIs(version) : ifNone)).done) return;
  }
  throw Object.assign(new Error('Addresses are being verified all the time.'), { status: 503 });
}

function verifiedIn(item: Item | undefined) {
  const addresses = (item?.['addresses'] ?? []) as readonly VerifiedAddress[];
  return { addresses, version: Number(item?.['version'] ?? 0) };
}

function isSame(a: readonly VerifiedAddress[], b: readonly VerifiedAddress[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function secondsAfter(now: Date, seconds: number): number {
  return Math.ceil(now.getTime() / 1000) + seconds;
}
