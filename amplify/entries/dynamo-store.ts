import { isDeviceAuthor } from '#core/api/access-policy.ts';
import {
  withArrived,
  withCheck,
  withoutRecords,
  type FileRecords,
} from '#core/files/file-records.ts';
import {
  settlingTime,
  type EntryKey,
  type EntryStore,
  type MailState,
  type PastChange,
  type StoredEntry,
} from '#core/entries/store/entry-store.ts';
import { erasedFrom } from '#core/entries/withdraw.ts';
import { seatChange, withSeats, type SeatChange } from '#core/limits/seats.ts';
import {
  updatableAttributes,
  closedAuthorKey,
  emptyKeptAnswersItem,
  toEntryKey,
  idInSortKey,
  keptAnswersKey,
  entryItemKey,
  seatsKey,
  deliveryRecordKey,
  authorPartitionKey,
  pastChangeKey,
  releasedItem,
  toEntry,
  toItem,
  toKeptAnswersItem,
  withKeptAnswers,
} from './entry-item.ts';
import { createDynamoAssignments } from './dynamo-assignments.ts';
import { createDynamoComments } from './dynamo-comments.ts';
import { createDynamoReviews } from './dynamo-reviews.ts';
import { createDynamoVersions } from './dynamo-versions.ts';
import { createItemsBeside } from './items-beside.ts';
import { versions } from './kinds-beside.ts';
import { forgetVerified } from '../verification/table-verified-addresses.ts';
import { readCounts } from '../counts/read-counts.ts';
import { queryPages } from './query-pages.ts';
import { collectPage } from './collect-page.ts';
import { createFormMonths, formPartitionKey } from './form-partitions.ts';
import { readResponses } from './read-responses.ts';
import type { Item, ItemKey, Table, Write } from './dynamo-table.ts';
import { ifNone } from './write-conditions.ts';

/** Milliseconds for which an insert may rely on its check that the author is not closed. */
const closedCheckLifetime = settlingTime / 2;

/** The entry has the version that was read, and nobody has released it meanwhile. */
const onHoldInVersion = '#version = :before AND attribute_exists(#onHold)';

/** What an update does not touch, unless it erases the entry. */
const erasedWithAnswers = {
  filesArrived: undefined,
  fileChecks: undefined,
  onHold: undefined,
  review: undefined,
  reviewCount: undefined,
  commentCount: undefined,
  assignedTo: undefined,
  assignmentCount: undefined,
};

/** Attempts against concurrent writers, such as files that arrive: as many as one entry may have. */
const maxRounds = 20;

/**
 * EntryStore in the table that `resource.ts` declares.
 * @param clock milliseconds from a monotonic clock
 * @param noted remembers which months are recorded as sharded, for as long as the function lives
 */
export function createDynamoStore(
  table: Table,
  clock: () => number = () => performance.now(),
  noted: Set<string> = new Set(),
): EntryStore {
  const months = createFormMonths(table, noted);
  const { eraseBeside, alignExpiry } = createItemsBeside(table);
  return {
    ...createDynamoReviews(table),
    ...createDynamoComments(table),
    ...createDynamoAssignments(table),
    ...createDynamoVersions(table),
    alignExpiry,

    async insert(entry, seats) {
      const checkedAt = clock();
      if (await closedSince(entry.username)) return { isClosed: true };
      await months.note(entry);
      if (entry.deletedAt) await saveKeptAnswers(toKeptAnswersItem(entry));
      const put = await writeWithSeats(entry, { put: toItem(entry), condition: ifNone }, seats);
      if (
        put.done &&
        clock() - checkedAt > closedCheckLifetime &&
        (await closedSince(entry.username))
      ) {
        await eraseInserted(entry);
        return { isClosed: true };
      }
      if (put.done) return {};
      // DynamoDB may return the existing item with the failed condition, but does not have to.
      const there = put.existing && isItemOf(entry, put.existing) ? put.existing : undefined;
      const existing = there ? toEntry(there) : await find(entry);
      if (existing) return { existing };
      if (put.full) return { full: put.full };
      throw new Error('An entry was refused because of another one that does not exist.');
    },

    async closeAuthor(username, at) {
      const closed = { ...closedAuthorKey(username), closedAt: at };
      const put = await table.put(closed, ifNone);
      return put.done ? at : ((await closedSince(username)) ?? at);
    },

    async remainingOf(username, limit) {
      const keys = new Map<string, EntryKey>();
      const pages = queryPages(table, {
        KeyConditionExpression: 'pk = :pk',
        // Live entries and the kept answers of withdrawn ones have `answers`. Erased entries do not, but a note
        // or a comment be left if erasing one was cut short.
        FilterExpression:
          'attribute_exists(answers) OR attribute_exists(note) OR attribute_exists(#text)',
        ExpressionAttributeNames: { '#text': 'text' },
        ExpressionAttributeValues: { ':pk': authorPartitionKey(username) },
        ConsistentRead: true,
        ScanIndexForward: true,
      });
      for await (const items of pages) {
        for (const item of items) {
          const key = toEntryKey(username, item);
          keys.set(`${key.form}#${key.id}`, key);
        }
        if (keys.size >= limit) break;
      }
      return [...keys.values()].slice(0, limit);
    },

    find,

    async mailState(key) {
      const record = await table.get(deliveryRecordKey('confirmation', key));
      if (!record) return undefined;
      const { pk: _pk, sk: _sk, ...state } = record;
      return state as MailState;
    },

    async update(next, seats, replaced) {
      // The kept answers come first: a crash before the update then only leaves a copy that expires.
      if (next.withdrawnVersion === next.version - 1)
        await saveKeptAnswers(toKeptAnswersItem(next));
      const kept = replaced && versions.toItem(next, replaced);
      const updated = await updateFromPreviousVersion(next, seats, kept);
      if (updated.done) return updated;
      const current = await find(next);
      // Of another version, it may be this very change that took the seats, before its answer was lost.
      const isFull = updated.full && current?.version === next.version - 1;
      return isFull ? { done: false, full: updated.full } : { done: false, current };
    },

    async seatsTaken(author, counters) {
      const byKey = new Map(counters.map((it) => [keyText(seatsKey(author, it)), it]));
      const items = await table.getAll(counters.map((it) => seatsKey(author, it)));
      return new Map(
        items.map((item) => [byKey.get(keyText(item)) ?? '', Number(item['taken'])] as const),
      );
    },

    async release(key, seating, at) {
      for (let round = 0; round < maxRounds; round += 1) {
        const item = await table.get(entryItemKey(key));
        if (!item?.['onHold']) return false;
        const { version, formKey } = item;
        const entry = toEntry(item);
        const { answers, deletedAt } = entry;
        const counters = deletedAt ? [] : (seating?.countersFor(answers) ?? []);
        const write = {
          update: entryItemKey(key),
          changes: {
            version,
            onHold: undefined,
            // A withdrawn entry is in no partition of the index until it is restored.
            formKey: formKey && formPartitionKey(entry, false),
            ...withSeats(counters),
          },
          condition: { if: onHoldInVersion, values: { ':before': version } },
        };
        const seats = seatChange([], counters, seating?.counters);
        const request = at === undefined ? undefined : releasedItem(key, at);
        const released = await writeWithSeats(key, write, seats, request);
        if (released.done) return true;
        if (released.full) return 'full';
      }
      throw changedAllTheTime();
    },

    async rememberChange(key, change) {
      await table.put({ ...pastChangeKey(key, change.id), ...change });
    },

    async recallChange(key, changeId) {
      const item = await table.get(pastChangeKey(key, changeId));
      if (!item) return undefined;
      const { pk: _pk, sk: _sk, ...past } = item;
      return past as PastChange;
    },

    addArrivedFile: (key, file, isScanned = false) =>
      changeFiles(key, (entry) => withArrived(entry, file, isScanned)),

    recordFileCheck: (key, file, check) =>
      changeFiles(key, (entry) => withCheck(entry, file, check)),

    async forgetArrivedFiles(key, files) {
      await changeFiles(key, (entry) => withoutRecords(entry, files));
    },

    async purge(erased) {
      await saveKeptAnswers(emptyKeptAnswersItem(erased));
      await eraseBeside(erased);
      if (isDeviceAuthor(erased.username))
        await forgetVerified(table, erased, new Date(erased.updatedAt));
    },

    list({ username, form, limit, before, withdrawnAfter }) {
      const { pk, sk: first } = entryItemKey({ username, form, id: '' });
      return collectPage({
        limit,
        start: before,
        positionOf: ({ id }) => id,
        async runQuery(after, count, wanted) {
          const { items, last } = await table.query({
            KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
            FilterExpression: withdrawnAfter
              ? 'deletedAt > :after AND attribute_not_exists(erased)'
              : 'attribute_not_exists(deletedAt)',
            ExpressionAttributeValues: {
              ':pk': pk,
              ':first': first,
              ':last': `${first}~`,
              ...(withdrawnAfter && { ':after': withdrawnAfter }),
            },
            ConsistentRead: true,
            ScanIndexForward: false,
            Limit: count,
            ...(after && { ExclusiveStartKey: entryItemKey({ username, form, id: after }) }),
          });
          const entries = await restorableEntries(items, wanted);
          return { entries, ...(last && { next: idInSortKey(String(last['sk'])) }) };
        },
      });
    },

    responses: (request) => readResponses({ table, months }, request),

    counts: (form) => readCounts(table, form),
  };

  /** When the author was closed, so that nothing is accepted from them any more. */
  async function closedSince(username: string): Promise<string | undefined> {
    const at = (await table.get(closedAuthorKey(username)))?.['closedAt'];
    return typeof at === 'string' ? at : undefined;
  }

  /** The author was closed during the insert, so the erasure may have missed this entry. */
  async function eraseInserted(entry: StoredEntry): Promise<void> {
    // Even if an owner releases it at this moment.
    const { onHold: _, ...erased } = erasedFrom({ ...entry, deletedAt: entry.createdAt });
    const next = { ...erased, version: entry.version + 1 };
    await updateFromPreviousVersion(next, seatChange(entry.seats));
  }

  function updateFromPreviousVersion(next: StoredEntry, seats?: SeatChange, kept?: Item) {
    const item = toItem(next);
    const updated = Object.fromEntries(updatableAttributes.map((name) => [name, item[name]]));
    const write = {
      update: entryItemKey(next),
      // Files arrive meanwhile, owners release, review, comment and assign, so an update does not touch what these do.
      changes: next.erased ? { ...updated, ...erasedWithAnswers } : updated,
      condition: {
        if: next.onHold ? onHoldInVersion : '#version = :before',
        values: { ':before': next.version - 1 },
        ...(next.onHold && { names: { '#onHold': 'onHold' } }),
      },
    };
    return writeWithSeats(next, write, seats, kept);
  }

  /**
   * Writes an entry's item, and its seats and another item in the same transaction. Without any it is a single write,
   * at half the price.
   * @returns the item that did not meet the condition, or else the counters that have no seat left
   */
  async function writeWithSeats(
    entry: EntryKey,
    write: EntryWrite,
    { take, free }: SeatChange = { take: [], free: [] },
    put?: Item,
  ): Promise<EntryWritten> {
    if (take.length + free.length === 0 && !put)
      return 'put' in write
        ? table.put(write.put, write.condition)
        : table.update(write.update, write.changes, write.condition);
    // Those who come too late cost a read, and are not in the way of those who still find a seat.
    const full = await fullCounters(entry, take);
    if (full.length > 0) return { done: false, full };
    const written = await table.transact([
      write,
      ...take.map((it) => ({ count: seatsKey(entry, it.counter), by: 1, max: it.max })),
      ...free.map((it) => ({ count: seatsKey(entry, it), by: -1 })),
      ...(put ? [{ put }] : []),
    ]);
    if (written.done) return written;
    const { failed } = written;
    if (failed.has(0)) {
      const existing = failed.get(0);
      return { done: false, ...(existing && { existing }) };
    }
    return {
      done: false,
      full: take.flatMap(({ counter }, i) => (failed.has(i + 1) ? [counter] : [])),
    };
  }

  async function fullCounters(
    entry: EntryKey,
    take: SeatChange['take'],
  ): Promise<readonly string[]> {
    const limited = take.filter(({ max }) => max < Infinity);
    if (limited.length === 0) return [];
    const items = await table.getAll(limited.map(({ counter }) => seatsKey(entry, counter)));
    const taken = new Map(items.map((it) => [keyText(it), Number(it['taken'])]));
    return limited
      .filter(({ counter, max }) => (taken.get(keyText(seatsKey(entry, counter))) ?? 0) >= max)
      .map(({ counter }) => counter);
  }

  /** @param change what the entry should record about its files; `undefined` leaves it @returns whether it did */
  async function changeFiles(
    key: EntryKey,
    change: (entry: StoredEntry) => FileRecords | undefined,
  ): Promise<boolean> {
    for (let round = 0; round < maxRounds; round += 1) {
      const item = await table.get(entryItemKey(key));
      const next = item && change(toEntry(item));
      if (!next) return false;
      const { version, filesArrived, fileChecks } = item;
      if (next.filesArrived === filesArrived && next.fileChecks === fileChecks) return true;
      const updated = await table.update(
        entryItemKey(key),
        { filesArrived: next.filesArrived, fileChecks: next.fileChecks },
        {
          if: `#version = :version AND ${
            filesArrived ? '#filesArrived = :arrived' : 'attribute_not_exists(#filesArrived)'
          } AND ${fileChecks ? '#fileChecks = :checks' : 'attribute_not_exists(#fileChecks)'}`,
          names: { '#version': 'version' },
          values: {
            ':version': version,
            ...(filesArrived !== undefined && { ':arrived': filesArrived }),
            ...(fileChecks !== undefined && { ':checks': fileChecks }),
          },
        },
      );
      if (updated.done) return true;
    }
    throw changedAllTheTime();
  }

  async function find(key: EntryKey): Promise<StoredEntry | undefined> {
    const item = await table.get(entryItemKey(key));
    return item && withAnswers(toEntry(item));
  }

  /** The entries among `items` that can be restored, up to about `wanted`. Reads their kept answers to find out. */
  async function restorableEntries(
    items: readonly Item[],
    wanted: number,
  ): Promise<readonly StoredEntry[]> {
    const entries: StoredEntry[] = [];
    for (let at = 0; at < items.length && entries.length < wanted; at += wanted) {
      const some = items.slice(at, at + wanted).map(toEntry);
      const kept = await keptAnswersById(some.filter(hasKeptAnswers));
      const found = some.map((it) =>
        hasKeptAnswers(it) ? withKeptAnswers(it, kept.get(it.id)) : it,
      );
      entries.push(...found.filter(({ erased }) => !erased));
    }
    return entries;
  }

  /** The entry with its answers, which a withdrawn entry has in a separate item. */
  async function withAnswers(entry: StoredEntry): Promise<StoredEntry> {
    return hasKeptAnswers(entry)
      ? withKeptAnswers(entry, await table.get(keptAnswersKey(entry)))
      : entry;
  }

  /** The kept answers of withdrawn entries, by id. */
  async function keptAnswersById(
    withdrawn: readonly StoredEntry[],
  ): Promise<ReadonlyMap<string, Item>> {
    const items = await table.getAll(withdrawn.map(keptAnswersKey));
    return new Map(items.map((it) => [idInSortKey(String(it['sk'])), it]));
  }

  /** Never overwrites a later version's answers, because the update that follows may fail. */
  async function saveKeptAnswers(item: Item): Promise<void> {
    await table.put(item, {
      if: 'attribute_not_exists(pk) OR #version <= :version',
      names: { '#version': 'version' },
      values: { ':version': item['version'] },
    });
  }
}

/** The caller tries again. */
function changedAllTheTime(): Error {
  return Object.assign(new Error('An entry is being changed all the time.'), { status: 503 });
}

type EntryWrite = Extract<Write, { put: Item } | { update: ItemKey }>;

type EntryWritten =
  | { readonly done: true }
  | { readonly done: false; readonly existing?: Item; readonly full?: readonly string[] };

function keyText({ pk, sk }: Item | ItemKey): string {
  return JSON.stringify([pk, sk]);
}

/** Whether its answers are in a separate item, until that expires. */
function hasKeptAnswers({ deletedAt, erased }: StoredEntry): boolean {
  return deletedAt !== undefined && !erased;
}

function isItemOf(entry: EntryKey, item: Item): boolean {
  const { pk, sk } = entryItemKey(entry);
  return item['pk'] === pk && item['sk'] === sk;
}
