import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import type { Table } from '../entries/dynamo-table.ts';

type Consumer = (
  table: Table,
  event: { readonly Records: readonly DynamoDBRecord[] },
) => Promise<DynamoDBBatchResponse>;

type Setting = {
  readonly chance: () => number;
  readonly table: Table;
  readonly mostRecords: number;
};

/** What went wrong, so that a test can tell that it did. */
export type Mishaps = { invocations: number; kills: number; failures: number; repeats: number };

/**
 * Delivers the records of each shard as Lambda does, all shards at the same time, until each record is done. Some
 * batches are delivered twice; calls to the table fail, before or after they are done; and the function is killed
 * between two calls.
 */
export async function deliverBadly(
  shards: readonly (readonly DynamoDBRecord[])[],
  consume: Consumer,
  { chance, table, mostRecords }: Setting,
): Promise<Mishaps> {
  const mishaps: Mishaps = { invocations: 0, kills: 0, failures: 0, repeats: 0 };

  async function deliverShard(records: readonly DynamoDBRecord[]): Promise<void> {
    let done = 0;
    while (done < records.length) {
      const isRepeat = done > 0 && chance() < 0.3;
      if (isRepeat) mishaps.repeats += 1;
      const from = isRepeat ? Math.floor(chance() * done) : done;
      const Records = records.slice(from, done + 1 + Math.floor(chance() * mostRecords));
      mishaps.invocations += 1;
      const result = await invoke(Records.slice(0, 10 * mostRecords));
      if (!result) continue;
      const failed = new Set(result.batchItemFailures.map((it) => it.itemIdentifier));
      const first = Records.findIndex((it) => failed.has(it.dynamodb?.SequenceNumber ?? ''));
      const count = first < 0 ? Math.min(Records.length, 10 * mostRecords) : first;
      done = Math.max(done, from + count);
    }
  }

  /** `undefined` if the function was killed. */
  async function invoke(Records: readonly DynamoDBRecord[]) {
    let kill = nothing;
    const killed = new Promise<undefined>((resolve) => (kill = () => resolve(undefined)));
    let isKilled = false;
    const faulty = async <Result>(call: () => Promise<Result>): Promise<Result> => {
      if (isKilled) return forever();
      const dice = chance();
      if (dice < 0.02) return fail();
      const result = dice < 0.98 || dice >= 0.99 ? await call() : undefined;
      // Another function may come in between.
      for (let turns = chance() * 4; turns > 0; turns -= 1) await Promise.resolve();
      if (dice < 0.96) return result as Result;
      if (dice < 0.98) return fail();
      mishaps.kills += 1;
      isKilled = true;
      kill();
      return forever();
    };
    const faultyTable: Table = {
      ...table,
      getAll: (keys) => faulty(() => table.getAll(keys)),
      put: (item, condition) => faulty(() => table.put(item, condition)),
      query: (input) => faulty(() => table.query(input)),
      transact: (writes) => faulty(() => table.transact(writes)),
    };
    return Promise.race([consume(faultyTable, { Records }), killed]);
  }

  function fail(): never {
    mishaps.failures += 1;
    throw Object.assign(new Error('The connection was lost.'), { code: 'ECONNRESET' });
  }

  await Promise.all(shards.map(deliverShard));
  return mishaps;
}

function nothing(): void {}

/** What somebody who was killed waits for. */
function forever(): Promise<never> {
  return new Promise(() => {});
}
