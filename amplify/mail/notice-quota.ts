import type { EntryKey } from '#core/entries/store/entry-store.ts';
import { countedNoticeKey, noticeQuotaKey } from '../entries/entry-item.ts';
import type { Table } from '../entries/dynamo-table.ts';
import { ifNone, ifVersionIs } from '../entries/write-conditions.ts';

/** About how many new entries of a form its owners get a mail in a clock hour. */
export const noticesPerHour = 10;

/** How long it stays stored that an entry was counted: longer than the stream keeps its records. */
const secondsKept = 3 * 24 * 3600;

/** Attempts against other batches of the stream. */
const maxRounds = 50;

/** Limits the mails about new entries, so that a flood of entries is no flood of mail. */
export type NoticeQuota = {
  /**
   * Whether owners get a mail about an entry, or it is only counted among the others of the hour. An entry is counted
   * once, together with the record that says so: repeated, concurrent and late calls all get the same result.
   */
  allows(entry: EntryKey): Promise<boolean>;
  /** How many entries of a form had no mail, since ever. */
  withheldOf(form: string): Promise<number>;
};

type Deps = { readonly table: Pick<Table, 'get' | 'transact'>; readonly now: () => Date };

export function createNoticeQuota({ table, now }: Deps): NoticeQuota {
  return {
    async allows(entry) {
      const ownKey = countedNoticeKey(entry);
      const quotaKey = noticeQuotaKey(entry.form);
      for (let round = 0; round < maxRounds; round += 1) {
        const own = await table.get(ownKey);
        if (own) return own['isAllowed'] === true;
        const quota = await table.get(quotaKey);
        const at = now();
        const hour = at.toISOString().slice(0, 13);
        const version = Number(quota?.['version'] ?? 0);
        const allowed = quota?.['hour'] === hour ? Number(quota['allowed']) : 0;
        const withheld = Number(quota?.['withheld'] ?? 0);
        const isAllowed = allowed < noticesPerHour;
        const counted = isAllowed
          ? { allowed: allowed + 1, withheld }
          : { allowed, withheld: withheld + 1 };
        const expiresAt = Math.ceil(at.getTime() / 1000) + secondsKept;
        const isDone = await wasWritten(
          table.transact([
            { put: { ...ownKey, isAllowed, expiresAt }, condition: ifNone },
            {
              put: { ...quotaKey, ...counted, hour, version: version + 1 },
              condition: quota ? ifVersionIs(version) : ifNone,
            },
          ]),
        );
        if (isDone) return isAllowed;
      }
      throw new Error('The quota of a form could not be updated.');
    },

    async withheldOf(form) {
      return Number((await table.get(noticeQuotaKey(form)))?.['withheld'] ?? 0);
    },
  };
}

/** Whether a transaction was done; not if another one was in the way. */
async function wasWritten(transaction: ReturnType<Table['transact']>): Promise<boolean> {
  try {
    return (await transaction).done;
  } catch (error) {
    if (error instanceof Error && inTheWay.includes(error.name)) return false;
    throw error;
  }
}

const inTheWay = ['TransactionCanceledException', 'TransactionInProgressException'];
