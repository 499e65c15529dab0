import { setTimeout as sleep } from 'node:timers/promises';
import type { Checkpoints, Place } from './checkpoints.ts';
import type { MappingSettings } from './mapping-settings.ts';
import { processBatch, type Condition, type Taken } from './process-batch.ts';
import { sequenceOf, type StreamRecord } from './record.ts';
import { createShardReader, shardsOf, type Shard, type ShardReader } from './stream-reader.ts';

export type GivenUpRecords = {
  readonly records: readonly StreamRecord[];
  readonly condition: Condition;
  readonly invocations: number;
  readonly shard: Shard;
};

type Deps = {
  readonly engineUrl: string;
  readonly checkpoints: Checkpoints;
  readonly invoke: (records: readonly StreamRecord[]) => Promise<Taken>;
  readonly giveUp: (given: GivenUpRecords) => Promise<void>;
  readonly log: (line: string) => void;
};

export type Poller = {
  /** Ends when the batch that is with the function is back. It will be brought again. */
  close(): Promise<void>;
};

/** Milliseconds: Lambda looks at a shard four times a second. */
const betweenLooks = 250;

/** Milliseconds before a batch is brought again: ever longer, up to a second. AWS does not say how long it waits. */
const firstRest = 50;
const longestRest = 1000;

/** Brings a stream's records to a function, shard by shard and in order, from where it was left. */
export function startPoller(settings: MappingSettings, deps: Deps): Poller {
  const { id, tableName, startAt, batch, isWanted } = settings;
  const { engineUrl, checkpoints, log } = deps;
  const closing = new AbortController();
  const { signal } = closing;
  const running = run();

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await follow().catch((error: unknown) => {
        if (!signal.aborted) log(`Stream of ${tableName}: ${String(error)}`);
      });
      await rest(betweenLooks).catch(() => {});
    }
  }

  /** Until something goes wrong; then the shards are looked up afresh, and read on from the checkpoints. */
  async function follow(): Promise<void> {
    const shards = await shardsOf(engineUrl, tableName);
    const readers = shards.map((shard) => [shard, readerOf(shard)] as const);
    while (!signal.aborted) {
      let read = 0;
      for (const [shard, reader] of readers) read += await advance(shard, reader);
      if (read === 0) await rest(betweenLooks);
    }
  }

  function readerOf(shard: Shard): ShardReader {
    const after = checkpoints.of(placeIn(shard));
    return createShardReader(engineUrl, shard, after === undefined ? { startAt } : { after });
  }

  function placeIn({ streamArn, id: shard }: Shard): Place {
    return { mapping: id, streamArn, shard };
  }

  async function advance(shard: Shard, reader: ShardReader): Promise<number> {
    const records = await reader.next(batch.size);
    const last = records.at(-1);
    if (!last) return 0;
    const save = (sequence: string) => checkpoints.save(placeIn(shard), sequence);
    const wanted = records.filter(isWanted);
    await processBatch(
      {
        async invoke(brought) {
          signal.throwIfAborted();
          const taken = await deps.invoke(brought);
          signal.throwIfAborted();
          return taken;
        },
        giveUp: (given, condition, invocations) =>
          deps.giveUp({ records: given, condition, invocations, shard }),
        save,
        rest: (failures) => rest(Math.min(longestRest, firstRest * 2 ** failures)),
        now: Date.now,
      },
      batch,
      wanted,
    );
    await save(sequenceOf(last));
    return records.length;
  }

  function rest(milliseconds: number): Promise<void> {
    return sleep(milliseconds, undefined, { signal });
  }

  return {
    async close() {
      closing.abort();
      await running;
    },
  };
}
