/**
 * `npm run verify -- counts [--changes 100000]`: random changes of entries are delivered badly to the function that
 * counts, on the local DynamoDB engine: batches twice, calls that fail before or after they are done, and the function
 * killed between two calls. Fails if the counts are not what a recount finds, or if a function without the record of
 * what an entry has added is not noticed. Then prints what a chart of a million responses reads.
 */
import { parseArgs } from 'node:util';
import { forms as realForms } from '../../e2e/forms/index.ts';
import { loadFields, type Form } from '../../core/form/define-form.ts';
import { summarize } from '../../core/summary/summarize.ts';
import { countStored } from '../../core/summary/count-stored.ts';
import { sumOfCounts, withCellsOf, type Counts } from '../../core/summary/counts.ts';
import type { StoredEntry } from '../../core/entries/store/entry-store.ts';
import { anEntry } from '../../core/testing/sample-entries.ts';
import { household } from '../../forms/household.ts';
import { countChanges } from '../../amplify/counts/count-changes.ts';
import { countsText, mostShards, recountedKey } from '../../amplify/counts/counts-items.ts';
import { readCounts } from '../../amplify/counts/read-counts.ts';
import { createDynamoStore } from '../../amplify/entries/dynamo-store.ts';
import { toItem } from '../../amplify/entries/entry-item.ts';
import type { Item, Table } from '../../amplify/entries/dynamo-table.ts';
import { deliverBadly } from '../../amplify/testing/deliver-badly.ts';
import { randomHistories, surveyForm } from '../../amplify/testing/entry-histories.ts';
import { sampleAnswers } from '../../dev/sample/sample-answers.ts';
import { samplePeople } from '../../dev/sample/sample-people.ts';
import { pick, seededRandom } from '../../tools/testing/seeded-random.ts';
import { openEngineTable, type EngineTable } from './engine-table.ts';
import { countsOfMany, multiplied, storeInShards } from './large-counts.ts';

const { values } = parseArgs({ options: { changes: { type: 'string', default: '100000' } } });
/** Enough for every option and most numbers, over more than two years. */
const sampled = 200;
const now = () => new Date('2026-05-01T12:00:00Z');

await loadFields(surveyForm);
await countChangesOf(Number(values.changes), { isBroken: false });
await countChangesOf(Math.min(5000, Number(values.changes)), { isBroken: true });
await measureUnits(1);
await measureUnits(75);
await readMillion();

async function countChangesOf(changes: number, { isBroken }: { readonly isBroken: boolean }) {
  const chance = seededRandom('counts', changes);
  const { shards, entries } = randomHistories(chance, {
    entries: Math.ceil(changes * 0.4),
    changes,
    shards: 8,
  });
  await using engine = await openEngineTable();
  const began = performance.now();
  const mishaps = await deliverBadly(
    shards,
    (table, event) => {
      const counted = isBroken ? withoutRecords(table) : table;
      return countChanges(
        { table: counted, now, random: chance, formById: () => surveyForm, log: () => {} },
        event,
      );
    },
    { chance, table: engine.table, mostRecords: 200 },
  );
  const seconds = (performance.now() - began) / 1000;
  const recount = sumOfCounts(entries.map((it) => countStored(surveyForm, it)));
  const { counts } = await readCounts(engine.table, surveyForm.id);
  const isEqual = countsText(counts) === countsText(withCellsOf(recount, counts));
  const made = shards.reduce((sum, it) => sum + it.length, 0);
  print(
    isBroken ? '\nThe same without the records of what entries have added' : 'Counting',
    `  ${made} changes of ${entries.length} entries in ${shards.length} shards, ${seconds.toFixed(0)} s`,
    `  ${mishaps.invocations} calls of the function, ${mishaps.kills} of them killed, ${mishaps.repeats} batches twice, ` +
      `${mishaps.failures} calls to the table failed`,
    `  ${unitsText(engine, made)}`,
  );
  verdict(
    isEqual === !isBroken,
    `the counts ${isEqual ? 'are' : 'are not'} what a recount finds: ${statusText(counts)}` +
      (isEqual ? '' : `, and not ${statusText(recount)}`),
  );
}

/** What submissions cost that are counted in batches of this size, once there are counts. */
async function measureUnits(inBatch: number): Promise<void> {
  await using engine = await openEngineTable();
  const { table, spent } = engine;
  const settings = { entries: 1000, changes: 1000, shards: 1 };
  const { shards } = randomHistories(seededRandom('units'), settings);
  const records = shards[0] ?? [];
  const deps = { table, now, random: Math.random, formById: () => surveyForm, log: () => {} };
  await countChanges(deps, { Records: records.slice(0, 700) });
  Object.assign(spent, { read: 0, write: 0 });
  for (let at = 700; at < 1000; at += inBatch)
    await countChanges(deps, { Records: records.slice(at, at + inBatch) });
  print(`  counted ${inBatch} at a time: ${unitsText(engine, 300)}`);
}

/** Does not remember what an entry has added. */
function withoutRecords(table: Table): Table {
  return {
    ...table,
    getAll: (keys) => table.getAll(keys.filter((it) => !isRecord(it))),
    transact: (writes) => table.transact(writes.filter((it) => !('put' in it && isRecord(it.put)))),
  };
}

function isRecord({ sk }: { readonly sk?: unknown }): boolean {
  return String(sk).startsWith('counted#');
}

/** Read units of a chart, with the counts of each form in all shards. */
async function readMillion(): Promise<void> {
  print('\nA chart of a million responses');
  const chance = seededRandom('million');
  const million = countsOfMany(surveyForm, millionEntries(chance));
  await readChart(surveyForm, million, 'with a million random answers');
  for (const form of [household, ...realForms]) {
    const entries: StoredEntry[] = [];
    for (let n = 0; n < sampled; n += 1) {
      const at = Date.UTC(2024, 0, 1) + n * 100 * 3_600_000;
      const person = pick(chance, samplePeople);
      if (!person) continue;
      const draw = { person, now: at, random: chance };
      const createdAt = new Date(at).toISOString();
      const answers = await sampleAnswers(form, draw);
      entries.push(anEntry({ form: form.id, createdAt, answers }));
    }
    const counts = multiplied(countsOfMany(form, entries), 1_000_000 / sampled);
    await readChart(form, counts, `${sampled} sample responses, 5000 times each`);
  }
}

function* millionEntries(chance: () => number): Generator<StoredEntry> {
  for (let n = 0; n < 1000; n += 1)
    yield* randomHistories(chance, { entries: 1000, changes: 1000, shards: 1 }).entries;
}

async function readChart(form: Form, counts: Counts, what: string): Promise<void> {
  await using engine = await openEngineTable();
  const { table, spent } = engine;
  await storeInShards(table, form, counts);
  await table.put({ ...recountedKey(form.id), recountedAt: now().toISOString() });
  await table.put(JSON.parse(JSON.stringify(toItem(anEntry({ form: form.id })))) as Item);
  spent.read = 0;
  const store = createDynamoStore(table);
  // The engine's table has no index here; the newest entry is a read of half a unit.
  const responses = async () => ({ entries: [anEntry({ form: form.id })] });
  const summary = await summarize({ store: { ...store, responses } }, form);
  const units = spent.read + 0.5;
  verdict(
    units <= 50 && summary.complete,
    `${form.id}: ${units} read units in ${mostShards} shards, ${what}, ${Object.keys(summary.fields).length} questions`,
  );
}

function unitsText({ spent }: EngineTable, changes: number): string {
  const each = (units: number) => (units / changes).toFixed(2);
  return `${each(spent.write)} write and ${each(spent.read)} read units for each change`;
}

function statusText({ statuses }: Counts): string {
  return JSON.stringify(statuses);
}

function verdict(holds: boolean, what: string): void {
  print(`${holds ? '✓' : '✗'} ${what}`);
  if (!holds) process.exitCode = 1;
}

function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
