import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import type { Form } from '#core/form/define-form.ts';
import type { OnFormError } from '#core/form/safe-call.ts';
import { countedVersion, countStored } from '#core/summary/count-stored.ts';
import {
  differenceOf,
  noCounts,
  sumOfCounts,
  withFewCells,
  type Counts,
} from '#core/summary/counts.ts';
import { splitCounts } from '#core/summary/split-counts.ts';
import type { Item, ItemKey, Table, Write } from '../entries/dynamo-table.ts';
import { countedKey, countsIn, countsKey, countsText, mostShards } from './counts-items.ts';

export type CountEntriesDeps = {
  readonly table: Pick<Table, 'getAll' | 'transact'>;
  readonly now: () => Date;
  readonly random: () => number;
  readonly onFormError?: OnFormError;
};

/** DynamoDB's limit for a transaction. */
const mostWrites = 100;
/** Leaves enough of them for the parts of the counts. */
const entriesAtOnce = 75;
/** Against other writers of the same counts. */
const mostRounds = 12;
/** Different numbers of one field that are counted one by one. More share cells: core/summary/number-counts.ts. */
const mostCells = 128;

/**
 * Counts entries of a form as they are now: each adds what it has not added yet. What an entry has added is stored in
 * the transaction that adds it, so that it makes no difference how often, in which order or by whom it is counted, nor
 * where somebody stopped.
 * @param isRecount also what an entry has added as of this version is corrected, if it should be something else
 * @returns how many added something
 */
export async function countEntries(
  deps: CountEntriesDeps,
  form: Form,
  entries: readonly StoredEntry[],
  isRecount = false,
): Promise<number> {
  let counted = 0;
  for (let at = 0; at < entries.length; at += entriesAtOnce)
    counted += await countAtOnce(deps, form, entries.slice(at, at + entriesAtOnce), isRecount);
  return counted;
}

async function countAtOnce(
  deps: CountEntriesDeps,
  form: Form,
  entries: readonly StoredEntry[],
  isRecount: boolean,
): Promise<number> {
  const { table, random } = deps;
  for (let round = 0; round < mostRounds; round += 1) {
    const changes = await changesOf(deps, form, entries, isRecount);
    if (changes.length === 0) return 0;
    const shard = round === 0 ? 0 : Math.floor(random() * mostShards);
    const parts = splitCounts(form, sumOfChanges(changes));
    if (changes.length + parts.size > mostWrites)
      return countHalves(deps, form, entries, isRecount);
    const writes = [
      ...changes.map(writeOfChange),
      ...(await writesOfParts(deps, { form: form.id, shard, parts })),
    ];
    if (await isDone(table.transact(writes))) return changes.length;
  }
  throw Object.assign(new Error('The counts are being changed all the time.'), { status: 503 });
}

/** Entries of many months touch many parts. */
async function countHalves(
  deps: CountEntriesDeps,
  form: Form,
  entries: readonly StoredEntry[],
  isRecount: boolean,
): Promise<number> {
  const half = Math.ceil(entries.length / 2);
  const first = await countAtOnce(deps, form, entries.slice(0, half), isRecount);
  return first + (await countAtOnce(deps, form, entries.slice(half), isRecount));
}

type Change = {
  readonly key: ItemKey;
  readonly version: number;
  readonly counts: Counts;
  /** What the entry has added before. */
  readonly before: Item | undefined;
};

async function changesOf(
  { table, onFormError }: CountEntriesDeps,
  form: Form,
  entries: readonly StoredEntry[],
  isRecount: boolean,
): Promise<readonly Change[]> {
  const items = await table.getAll(entries.map(countedKey));
  const counted = new Map(items.map((it) => [keyText(it as ItemKey), it]));
  return entries.flatMap((entry) => {
    const key = countedKey(entry);
    const before = counted.get(keyText(key));
    const version = countedVersion(entry);
    const newer = version - Number(before?.['version'] ?? -1);
    if (newer < 0 || (newer === 0 && !isRecount)) return [];
    const counts = countStored(form, entry, onFormError);
    if (newer === 0 && before?.['counts'] === countsText(counts)) return [];
    return [{ key, version, counts, before }];
  });
}

function sumOfChanges(changes: readonly Change[]): Counts {
  const before = changes.map((it) => (it.before ? countsIn(it.before) : noCounts));
  return differenceOf(sumOfCounts(changes.map(({ counts }) => counts)), sumOfCounts(before));
}

function writeOfChange({ key, version, counts, before }: Change): Write {
  const put = { ...key, version, counts: countsText(counts) };
  if (!before) return { put, condition: { if: 'attribute_not_exists(pk)' } };
  return {
    put,
    condition: {
      if: '#version = :version AND #counts = :counts',
      names: { '#version': 'version', '#counts': 'counts' },
      values: { ':version': before['version'], ':counts': before['counts'] },
    },
  };
}

type Parts = {
  readonly form: string;
  readonly shard: number;
  readonly parts: ReadonlyMap<string, Counts>;
};

/** Adds to the parts of the counts. Each has a version of its own, by which another writer is noticed. */
async function writesOfParts(
  { table, now }: Pick<CountEntriesDeps, 'table' | 'now'>,
  { form, shard, parts }: Parts,
): Promise<readonly Write[]> {
  const keys = [...parts.keys()].map((part) => countsKey(form, part, shard));
  const items = await table.getAll(keys);
  const stored = new Map(items.map((it) => [keyText(it as ItemKey), it]));
  return [...parts].map(([part, added]): Write => {
    const key = countsKey(form, part, shard);
    const before = stored.get(keyText(key));
    const sum = sumOfCounts([before ? countsIn(before) : noCounts, added]);
    const counts = countsText(withFewCells(sum, mostCells));
    const version = Number(before?.['version'] ?? 0);
    return {
      put: { ...key, version: version + 1, countedAt: now().toISOString(), counts },
      condition: before
        ? {
            if: '#version = :before',
            names: { '#version': 'version' },
            values: { ':before': version },
          }
        : { if: 'attribute_not_exists(pk)' },
    };
  });
}

/** Whether a transaction was done; not if another one came first. */
async function isDone(transaction: ReturnType<Table['transact']>): Promise<boolean> {
  try {
    return (await transaction).done;
  } catch (error) {
    if (error instanceof Error && error.name === 'TransactionInProgressException') return false;
    throw error;
  }
}

function keyText({ pk, sk }: ItemKey): string {
  return JSON.stringify([pk, sk]);
}
