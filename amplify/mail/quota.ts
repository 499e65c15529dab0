import type { Mail } from '#core/confirmation.ts';
import type { EntryKey } from '#core/entries/store.ts';
import type { Entry } from '#core/entry.ts';
import { digest } from '../api/digest.ts';
import { quotaKey } from '../entries/item.ts';
import type { Item, Table } from '../entries/table.ts';

/** Mails of one kind that one person's entries bring about in an hour of the clock. */
export const mailsAnHour = 10;

/** Seconds for which an hour is remembered: longer than the stream remembers its entries. */
const remembered = 3 * 24 * 3600;

/** How many mails one person's entries may bring about. */
export type Quota = {
  /**
   * Whether a mail is among the first of its entry's hour. The answer is the same however often, by how many
   * at once, and however late this is asked: the hour is that in which the entry was stored, and who has a
   * place in it keeps it.
   */
  allows(mail: Pick<Mail, 'kind'>, entry: EntryKey & Pick<Entry, 'createdAt'>): Promise<boolean>;
};

export function createQuota(table: Pick<Table, 'get' | 'put'>): Quota {
  return {
    async allows({ kind }, entry) {
      const key = quotaKey(kind, entry);
      const place = digest(JSON.stringify([entry.form, entry.id]));
      // Who loses a round has lost it to another entry, and after so many of those the hour is full.
      for (let round = 0; round <= mailsAnHour; round += 1) {
        const hour = await table.get(key);
        const placed = (hour?.['entries'] ?? []) as readonly string[];
        if (placed.includes(place)) return true;
        if (placed.length >= mailsAnHour) return false;
        const version = Number(hour?.['version'] ?? 0);
        const next = { ...key, version: version + 1, entries: [...placed, place], ...endOf(entry) };
        if ((await table.put(next, hour ? over(version) : ifNone)).done) return true;
      }
      throw new Error('An hour of mails is neither full nor free.');
    },
  };
}

const ifNone = { if: 'attribute_not_exists(pk)' };

function over(version: number) {
  const condition = '#version = :before';
  return { if: condition, names: { '#version': 'version' }, values: { ':before': version } };
}

function endOf({ createdAt }: Pick<Entry, 'createdAt'>): Item {
  return { expiresAt: Math.ceil(Date.parse(createdAt) / 1000) + remembered };
}
