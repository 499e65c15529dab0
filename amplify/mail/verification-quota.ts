import type { EntryKey } from '#core/entries/store/entry-store.ts';
import type { Entry } from '#core/form/entry.ts';
import type { VerificationTokens } from '#core/verification/verified-addresses.ts';
import { digest } from '../digest.ts';
import type { Item, ItemKey, Table } from '../entries/dynamo-table.ts';
import { verificationQuotaKey } from '../entries/entry-item.ts';
import { ifNone, ifVersionIs } from '../entries/write-conditions.ts';

/** How many mails that ask to verify an address one mailbox gets in a day, of all forms; of one form it gets one. */
export const mailsPerMailbox = 3;

/** How many of them one form causes in a day, unless it says otherwise. */
export const usualMailsPerDay = 200;

/** How long a day's count is stored: longer than the stream keeps its records. */
const secondsKept = 3 * 24 * 3600;

/** Attempts against other batches of the stream, each of which has counted one more. */
const maxRounds = 50;

/** Limits the mails to addresses that nobody has verified. */
export type VerificationQuota = {
  /** Whether the mail is among the first of the day in which its entry was stored. A counted entry stays so. */
  allows(to: string, entry: EntryKey & Pick<Entry, 'createdAt'>): Promise<boolean>;
};

type Deps = {
  readonly table: Pick<Table, 'get' | 'put'>;
  readonly tokens: Pick<VerificationTokens, 'digestOf'>;
  /** How many a day, of a form that says so. */
  readonly mailsPerDay: (form: string) => number | undefined;
};

export function createVerificationQuota({ table, tokens, mailsPerDay }: Deps): VerificationQuota {
  return {
    async allows(to, entry) {
      const day = entry.createdAt.slice(0, 10);
      const mailbox = verificationQuotaKey('mailbox', await tokens.digestOf(mailboxOf(to)), day);
      const own = digest(JSON.stringify([entry.username, entry.form, entry.id]));
      const counted = await change(mailbox, day, ({ mails = [] }) => {
        const before = mails as readonly CountedMail[];
        if (before.some(([, id]) => id === own)) return 'counted before';
        const isFull =
          before.length >= mailsPerMailbox || before.some(([form]) => form === entry.form);
        return isFull ? 'full' : { mails: [...before, [entry.form, own]] };
      });
      if (counted !== 'done') return counted === 'counted before';
      const most = mailsPerDay(entry.form) ?? usualMailsPerDay;
      const form = verificationQuotaKey('form', entry.form, day);
      const ofForm = await change(form, day, ({ count = 0 }) =>
        Number(count) >= most ? 'full' : { count: Number(count) + 1 },
      );
      return ofForm === 'done';
    },
  };

  /** @param next what the item has after it, or why it stays as it is */
  async function change<Why extends string>(
    key: ItemKey,
    day: string,
    next: (item: Item) => Item | Why,
  ): Promise<Why | 'done'> {
    for (let round = 0; round < maxRounds; round += 1) {
      const item = await table.get(key);
      const changed = next(item ?? {});
      if (typeof changed === 'string') return changed;
      const version = Number(item?.['version'] ?? 0);
      const expiresAt = Date.parse(day) / 1000 + 24 * 3600 + secondsKept;
      const put = { ...key, ...changed, version: version + 1, expiresAt };
      if ((await table.put(put, item ? ifVersionIs(version) : ifNone)).done) return 'done';
    }
    throw new Error('The quota of a day could not be updated.');
  }
}

type CountedMail = readonly [form: string, entry: string];

/** Without what most providers ignore, so that one mailbox has one quota: `A.Da+x@example.com` is `ada@example.com`. */
export function mailboxOf(address: string): string {
  const [name = '', host = ''] = address.toLowerCase().split('@');
  return `${name.replace(/\+.*$/s, '').replaceAll('.', '')}@${host}`;
}
