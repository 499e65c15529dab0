import {
  placeOf,
  settling,
  type EntryKey,
  type EntryStore,
  type MailState,
  type PastOperation,
  type StoredEntry,
} from '#core/entries/store.ts';
import { erasedFrom } from '#core/entries/withdraw.ts';
import {
  changeable,
  closedKey,
  emptyKeptItem,
  entryKeyOf,
  formKeyOf,
  idOf,
  keptKeyOf,
  keyOf,
  markerKey,
  partitionOf,
  pastKey,
  toEntry,
  toItem,
  toKeptItem,
  withKept,
} from './item.ts';
import { byForm } from './names.ts';
import { pageFrom } from './page-from.ts';
import type { Item, ItemKey, Table } from './table.ts';

/** Milliseconds from a look at whether an author is closed to the end of an insert that trusts it. */
const trusted = settling / 2;

/**
 * EntryStore on the table that `resource.ts` declares.
 * @param clock milliseconds that only ever grow
 */
export function createDynamoStore(
  table: Table,
  clock: () => number = () => performance.now(),
): EntryStore {
  return {
    async insert(entry) {
      const looked = clock();
      if (await closedAt(entry.username)) return { isClosed: true };
      const put = await table.put(toItem(entry), { if: 'attribute_not_exists(pk)' });
      if (put.done && clock() - looked > trusted && (await closedAt(entry.username))) {
        await eraseInserted(entry);
        return { isClosed: true };
      }
      if (put.done) return {};
      // What comes with a refusal is a help. That it was refused is what counts.
      const there = put.existing && isItemOf(entry, put.existing) ? put.existing : undefined;
      const existing = there ? toEntry(there) : await find(entry);
      if (existing) return { existing };
      throw new Error('An entry was refused for another that is not there.');
    },

    async close(username, at) {
      const closed = { ...closedKey(username), closedAt: at };
      const put = await table.put(closed, { if: 'attribute_not_exists(pk)' });
      return put.done ? at : ((await closedAt(username)) ?? at);
    },

    async left(username, limit) {
      const keys = new Map<string, EntryKey>();
      let after: ItemKey | undefined;
      do {
        const { items, last } = await table.query({
          KeyConditionExpression: 'pk = :pk',
          // Live entries have answers, and what withdrawn ones said; nothing that is erased has.
          FilterExpression: 'attribute_exists(answers)',
          ExpressionAttributeValues: { ':pk': partitionOf(username) },
          ConsistentRead: true,
          ScanIndexForward: true,
          Limit: 1000,
          ...(after && { ExclusiveStartKey: after }),
        });
        for (const item of items) {
          const key = entryKeyOf(username, item);
          keys.set(`${key.form}#${key.id}`, key);
        }
        after = last && { pk: String(last['pk']), sk: String(last['sk']) };
      } while (after && keys.size < limit);
      return [...keys.values()].slice(0, limit);
    },

    find,

    async mailOf(key) {
      const marker = await table.get(markerKey('confirmation', key));
      if (!marker) return undefined;
      const { pk: _pk, sk: _sk, ...state } = marker;
      return state as MailState;
    },

    async update(next) {
      // First what can be restored, then the withdrawal: a crash in between leaves a copy that expires.
      if (next.withdrawnVersion === next.version - 1) await keep(toKeptItem(next));
      const updated = await overVersionBefore(next);
      return updated.done ? updated : { done: false, current: await find(next) };
    },

    async remember(key, operation) {
      await table.put({ ...pastKey(key, operation.id), ...operation });
    },

    async recall(key, operation) {
      const item = await table.get(pastKey(key, operation));
      if (!item) return undefined;
      const { pk: _pk, sk: _sk, ...past } = item;
      return past as PastOperation;
    },

    async purge(erased) {
      await keep(emptyKeptItem(erased));
    },

    list({ username, form, limit, before, withdrawnAfter }) {
      const { pk, sk: first } = keyOf({ username, form, id: '' });
      return pageFrom({
        limit,
        start: before,
        placeOf: ({ id }) => id,
        async ask(after, count, wanted) {
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
            ...(after && { ExclusiveStartKey: keyOf({ username, form, id: after }) }),
          });
          const entries = await wholeOnes(items, wanted);
          return { entries, ...(last && { next: idOf(String(last['sk'])) }) };
        },
      });
    },

    responses({ form, limit, from = '', before = '~' }) {
      return pageFrom({
        limit,
        start: before,
        placeOf,
        async ask(after, count) {
          const { items, last } = await table.query({
            IndexName: byForm,
            KeyConditionExpression: 'formKey = :form AND formOrder < :before',
            ExpressionAttributeValues: { ':form': formKeyOf(form), ':before': after },
            ScanIndexForward: false,
            Limit: count,
          });
          const found = items.map(toEntry);
          // BETWEEN would include the place to go on before, and there is room for one condition only.
          const entries = found.filter((it) => placeOf(it) >= from);
          const isCut = entries.length < found.length;
          return { entries, ...(last && !isCut && { next: String(last['formOrder']) }) };
        },
      });
    },
  };

  /** Since when nothing of an author is taken any more, if that is so. */
  async function closedAt(username: string): Promise<string | undefined> {
    const at = (await table.get(closedKey(username)))?.['closedAt'];
    return typeof at === 'string' ? at : undefined;
  }

  /** Its author was closed while it was stored, and whoever erases them may have looked before it was there. */
  async function eraseInserted(entry: StoredEntry): Promise<void> {
    const erased = erasedFrom({ ...entry, deletedAt: entry.createdAt });
    await overVersionBefore({ ...erased, version: entry.version + 1 });
  }

  function overVersionBefore(next: StoredEntry) {
    const item = toItem(next);
    return table.update(
      keyOf(next),
      Object.fromEntries(changeable.map((name) => [name, item[name]])),
      { if: '#version = :before', values: { ':before': next.version - 1 } },
    );
  }

  async function find(key: EntryKey): Promise<StoredEntry | undefined> {
    const item = await table.get(keyOf(key));
    return item && whole(toEntry(item));
  }

  /** As many as are wanted of what can still be restored: whether it can is only seen where its answers lie. */
  async function wholeOnes(
    items: readonly Item[],
    wanted: number,
  ): Promise<readonly StoredEntry[]> {
    const entries: StoredEntry[] = [];
    for (let at = 0; at < items.length && entries.length < wanted; at += wanted) {
      const some = items.slice(at, at + wanted).map(toEntry);
      const kept = await keptOf(some.filter(isKeptApart));
      const found = some.map((it) => (isKeptApart(it) ? withKept(it, kept.get(it.id)) : it));
      entries.push(...found.filter(({ erased }) => !erased));
    }
    return entries;
  }

  /** An entry with its answers, wherever they lie. */
  async function whole(entry: StoredEntry): Promise<StoredEntry> {
    return isKeptApart(entry) ? withKept(entry, await table.get(keptKeyOf(entry))) : entry;
  }

  /** What withdrawn entries said, by their ids. */
  async function keptOf(withdrawn: readonly StoredEntry[]): Promise<ReadonlyMap<string, Item>> {
    const items = await table.getAll(withdrawn.map(keptKeyOf));
    return new Map(items.map((it) => [idOf(String(it['sk'])), it]));
  }

  /** Never over what a later version said: the update that follows may be about to lose. */
  async function keep(item: Item): Promise<void> {
    await table.put(item, {
      if: 'attribute_not_exists(pk) OR #version <= :version',
      names: { '#version': 'version' },
      values: { ':version': item['version'] },
    });
  }
}

/** Its answers lie beside it, until they expire. */
function isKeptApart({ deletedAt, erased }: StoredEntry): boolean {
  return deletedAt !== undefined && !erased;
}

function isItemOf(entry: EntryKey, item: Item): boolean {
  const { pk, sk } = keyOf(entry);
  return item['pk'] === pk && item['sk'] === sk;
}
