import type { EntryKey } from '#core/entries/store/entry-store.ts';
import type { Entry } from '#core/form/entry.ts';
import { digest } from '../digest.ts';
import { mailQuotaKey, type RecordedKind } from '../entries/entry-item.ts';
import type { Item, Table } from '../entries/dynamo-table.ts';
import type { NoticeQuota } from './notice-quota.ts';
import type { VerificationQuota } from './verification-quota.ts';
import { ifNone, ifVersionIs } from '../entries/write-conditions.ts';

/** How many mails of one kind one person's entries may cause in a clock hour. */
export const mailsPerHour = 10;

/** How long an hour's count is stored: longer than the stream keeps its records. */
const secondsKept = 3 * 24 * 3600;

type LimitedMail = { readonly kind: RecordedKind; readonly to?: string };

/** Limits the mails that one person's entries cause. */
export type Quota = {
  /**
   * Whether the mail is among the first of the hour in which its entry was stored. Once counted, an entry stays
   * counted, so repeated, concurrent and late calls all get the same result.
   */
  allows(mail: LimitedMail, entry: EntryKey & Pick<Entry, 'createdAt'>): Promise<boolean>;
};

type Deps = {
  readonly table: Pick<Table, 'get' | 'put'>;
  /** Of mails to addresses that nobody has verified. */
  readonly verifications: VerificationQuota;
  /** Of mails to owners about new entries. */
  readonly notices: Pick<NoticeQuota, 'allows'>;
};

export function createQuota({ table, verifications, notices }: Deps): Quota {
  return {
    async allows({ kind, to = '' }, entry) {
      if (kind === 'verification') return verifications.allows(to, entry);
      if (kind === 'notice') return notices.allows(entry);
      const key = mailQuotaKey(kind, entry);
      const entryDigest = digest(JSON.stringify([entry.form, entry.id]));
      // Each lost round means that another entry was counted, so after this many rounds the hour is full.
      for (let round = 0; round <= mailsPerHour; round += 1) {
        const hour = await table.get(key);
        const counted = (hour?.['entries'] ?? []) as readonly string[];
        if (counted.includes(entryDigest)) return true;
        if (counted.length >= mailsPerHour) return false;
        const version = Number(hour?.['version'] ?? 0);
        const next = {
          ...key,
          version: version + 1,
          entries: [...counted, entryDigest],
          ...expiryOf(entry),
        };
        if ((await table.put(next, hour ? ifVersionIs(version) : ifNone)).done) return true;
      }
      throw new Error('The quota of an hour could not be updated.');
    },
  };
}

function expiryOf({ createdAt }: Pick<Entry, 'createdAt'>): Item {
  return { expiresAt: Math.ceil(Date.parse(createdAt) / 1000) + secondsKept };
}
