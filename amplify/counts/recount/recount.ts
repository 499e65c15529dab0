import type { OnFormError } from '#core/form/safe-call.ts';
import { loadFields, type Form } from '#core/form/define-form.ts';
import { isCountable } from '#core/summary/count-stored.ts';
import { noCounts, sumOfCounts, withFewCells, type Counts } from '#core/summary/counts.ts';
import type { Item, Table } from '../../entries/dynamo-table.ts';
import { entryItemKey } from '../../entries/entry-item.ts';
import { mostCells } from '../add-to-parts.ts';
import { additionOf, countEntries, type Addition } from '../count-entries.ts';
import { countsIn, countsText, countsTextIn, recountedKey } from '../counts-items.ts';
import { countsItems } from '../read-counts.ts';
import { correctCounts } from './correct-counts.ts';
import { readEntries, type EntryWithRecord } from './read-entries.ts';

export type RecountDeps = {
  readonly table: Pick<Table, 'getAll' | 'put' | 'query' | 'scan' | 'transact'>;
  readonly now: () => Date;
  readonly random: () => number;
  readonly onFormError?: OnFormError;
};

/** What a recount has found for a form. */
export type Recounted = {
  readonly form: string;
  readonly entries: number;
  /** Entries that had not added what they should. Now they have. */
  readonly uncounted: number;
  /**
   * How many counts were not the sum of what the entries have added. Now they are. Absent if it could not be compared,
   * since entries were counted all the time.
   */
  readonly wrong?: number;
};

/** Against changes that come in between. The first may count everything; the next compares. */
const mostReadings = 3;

/**
 * Reads the whole table, and sees for each entry whether it has added to the counts what it should, and for each form
 * whether the counts are the sum of that. Corrects both. Entries may be changed and counted meanwhile.
 */
export async function recount(
  deps: RecountDeps,
  forms: readonly Form[],
): Promise<readonly Recounted[]> {
  await Promise.all(forms.map(loadFields));
  const found = new Map<string, Recounted>();
  for (let reading = 0; reading < mostReadings; reading += 1) {
    const left = forms.filter(({ id }) => found.get(id)?.wrong === undefined);
    if (left.length === 0) break;
    for (const it of await readOnce(deps, left)) {
      const { uncounted = 0 } = found.get(it.form) ?? {};
      found.set(it.form, { ...it, uncounted: it.uncounted + uncounted });
    }
  }
  return [...found.values()];
}

/** The counts of a form while all entries are read. */
type Reading = {
  readonly form: Form;
  /** The parts of the counts, as they were before. */
  readonly before: readonly Item[];
  entries: number;
  uncounted: number;
  sum: Counts;
  /** What has not been added to the sum yet, and what has not been counted. */
  unsummed: Counts[];
  wrong: Addition[];
};

/** So many entries are summed up, or counted, together. */
const entriesAtOnce = 75;

async function readOnce(deps: RecountDeps, forms: readonly Form[]): Promise<readonly Recounted[]> {
  const readings = new Map<string, Reading>();
  for (const form of forms) {
    const before = await countsItems(deps.table, form.id, true);
    const nothing = { entries: 0, uncounted: 0, sum: noCounts, unsummed: [], wrong: [] };
    readings.set(form.id, { form, before, ...nothing });
  }
  for await (const it of readEntries(deps.table)) {
    const reading = readings.get(it.key.form);
    if (reading) await compare(deps, reading, it);
  }
  const found: Recounted[] = [];
  for (const reading of readings.values()) found.push(await endReading(deps, reading));
  return found;
}

async function compare(
  deps: RecountDeps,
  reading: Reading,
  { key, entry, record }: EntryWithRecord,
): Promise<void> {
  const { form, unsummed, wrong } = reading;
  if (entry && !isCountable(entry)) return;
  if (entry) reading.entries += 1;
  const isGone = !entry && !(await isThere(deps, key));
  if (!entry && !isGone) return;
  const version = Number(record?.['version'] ?? -1);
  const addition = entry
    ? additionOf(form, entry, deps.onFormError)
    : { entry: key, version, counts: noCounts };
  // The entry has been changed, and counted, since it was read.
  const isNewer = record !== undefined && version > addition.version;
  unsummed.push(isNewer ? countsIn(record) : addition.counts);
  const isRight = record !== undefined && countsTextIn(record) === countsText(addition.counts);
  if (!isNewer && !isRight) wrong.push(addition);
  if (unsummed.length >= entriesAtOnce) sumUp(reading);
  if (wrong.length >= entriesAtOnce) await countWrong(deps, reading);
}

/** What is read may be some milliseconds old. */
async function isThere({ table }: RecountDeps, key: EntryWithRecord['key']): Promise<boolean> {
  return (await table.getAll([entryItemKey(key)])).length > 0;
}

function sumUp(reading: Reading): void {
  reading.sum = withFewCells(sumOfCounts([reading.sum, ...reading.unsummed]), mostCells);
  reading.unsummed = [];
}

async function countWrong(deps: RecountDeps, reading: Reading): Promise<void> {
  reading.uncounted += await countEntries(deps, reading.form, reading.wrong, true);
  reading.wrong = [];
}

async function endReading(deps: RecountDeps, reading: Reading): Promise<Recounted> {
  const { table, now } = deps;
  const { form, before } = reading;
  sumUp(reading);
  await countWrong(deps, reading);
  const { entries, uncounted, sum } = reading;
  const wrong = await correctCounts(deps, { form, before, sum });
  await table.put({ ...recountedKey(form.id), recountedAt: now().toISOString() });
  return { form: form.id, entries, uncounted, ...(wrong !== undefined && { wrong }) };
}
