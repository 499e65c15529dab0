import type { EntryKey, StoredEntry } from '#core/entries/store/entry-store.ts';
import type { Form } from '#core/form/define-form.ts';
import type { OnFormError } from '#core/form/safe-call.ts';
import { countedVersion, countStored } from '#core/summary/count-stored.ts';
import { differenceOf, noCounts, sumOfCounts, type Counts } from '#core/summary/counts.ts';
import { splitCounts } from '#core/summary/split-counts.ts';
import type { Item, ItemKey, Table, Write } from '../entries/dynamo-table.ts';
import { writesOfParts } from './add-to-parts.ts';
import {
  countedKey,
  countsIn,
  countsText,
  countsTextIn,
  itemKeyText,
  mostShards,
  packCounts,
} from './counts-items.ts';
import { ifNone } from '../entries/write-conditions.ts';

export type CountEntriesDeps = {
  readonly table: Pick<Table, 'getAll' | 'transact'>;
  readonly now: () => Date;
  readonly random: () => number;
};

/** DynamoDB's limit for a transaction. */
const mostWrites = 100;
/** Leaves enough of them for the parts of the counts. */
const entriesAtOnce = 75;
/** Against other writers of the same counts. */
const mostRounds = 12;

/** What an entry should have added, as of a version. */
export type Addition = {
  readonly entry: EntryKey;
  readonly version: number;
  readonly counts: Counts;
};

/**
 * Counts entries of a form: each adds what it has not added yet. What an entry has added is stored in the transaction
 * that adds it, so that it makes no difference how often, in which order or by whom it is counted, nor where somebody
 * stopped.
 * @param isRecount also what an entry has added as of this version is corrected, if it should be something else
 * @returns how many added something
 */
export async function countEntries(
  deps: CountEntriesDeps,
  form: Form,
  additions: readonly Addition[],
  isRecount = false,
): Promise<number> {
  let counted = 0;
  for (let at = 0; at < additions.length; at += entriesAtOnce)
    counted += await countAtOnce(deps, form, additions.slice(at, at + entriesAtOnce), isRecount);
  return counted;
}

export function additionOf(
  form: Form,
  entry: StoredEntry,
  onFormError: OnFormError | undefined,
): Addition {
  return { entry, version: countedVersion(entry), counts: countStored(form, entry, onFormError) };
}

async function countAtOnce(
  deps: CountEntriesDeps,
  form: Form,
  additions: readonly Addition[],
  isRecount: boolean,
): Promise<number> {
  const { table, random } = deps;
  for (let round = 0; round < mostRounds; round += 1) {
    const changes = await changesOf(deps, additions, isRecount);
    if (changes.length === 0) return 0;
    const shard = round === 0 ? 0 : Math.floor(random() * mostShards);
    const parts = splitCounts(form, sumOfChanges(changes));
    if (changes.length + parts.size > mostWrites)
      return countHalves(deps, form, additions, isRecount);
    const writes = [
      ...changes.map(writeOfChange),
      ...(await writesOfParts(deps, form.id, { shard, parts })),
    ];
    if (await isDone(table.transact(writes))) return changes.length;
  }
  throw Object.assign(new Error('The counts are being changed all the time.'), { status: 503 });
}

/** Entries of many months touch many parts. */
async function countHalves(
  deps: CountEntriesDeps,
  form: Form,
  additions: readonly Addition[],
  isRecount: boolean,
): Promise<number> {
  const half = Math.ceil(additions.length / 2);
  const first = await countAtOnce(deps, form, additions.slice(0, half), isRecount);
  return first + (await countAtOnce(deps, form, additions.slice(half), isRecount));
}

type Change = {
  readonly key: ItemKey;
  readonly version: number;
  readonly counts: Counts;
  /** What the entry has added before. */
  readonly before: Item | undefined;
};

async function changesOf(
  { table }: CountEntriesDeps,
  additions: readonly Addition[],
  isRecount: boolean,
): Promise<readonly Change[]> {
  const items = await table.getAll(additions.map(({ entry }) => countedKey(entry)));
  const counted = new Map(items.map((it) => [itemKeyText(it as ItemKey), it]));
  return additions.flatMap(({ entry, version, counts }) => {
    const key = countedKey(entry);
    const before = counted.get(itemKeyText(key));
    const newer = version - Number(before?.['version'] ?? -1);
    if (newer < 0 || (newer === 0 && !isRecount)) return [];
    if (newer === 0 && before && countsTextIn(before) === countsText(counts)) return [];
    return [{ key, version, counts, before }];
  });
}

function sumOfChanges(changes: readonly Change[]): Counts {
  const before = changes.map((it) => (it.before ? countsIn(it.before) : noCounts));
  return differenceOf(sumOfCounts(changes.map(({ counts }) => counts)), sumOfCounts(before));
}

function writeOfChange({ key, version, counts, before }: Change): Write {
  const put = { ...key, version, counts: packCounts(counts) };
  if (!before) return { put, condition: ifNone };
  return {
    put,
    condition: {
      if: '#version = :version AND #counts = :counts',
      names: { '#version': 'version', '#counts': 'counts' },
      values: { ':version': before['version'], ':counts': before['counts'] },
    },
  };
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
