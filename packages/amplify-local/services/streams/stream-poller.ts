import { setTimeout as sleep } from 'node:timers/promises';
import type { Checkpoints, CheckpointKey } from './checkpoints.ts';
import type { MappingSettings } from './mapping-settings.ts';
import { processBatch, type Condition, type BatchOutcome } from './process-batch.ts';
import { sequenceOf, type StreamRecord } from './stream-record.ts';
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
  readonly invoke: (records: readonly StreamRecord[]) => Promise<BatchOutcome>;
  readonly giveUp: (given: GivenUpRecords) => Promise<void>;
  readonly log: (line: string) => void;
};

export type Poller = {
  /** Resolves once the function has returned its current batch, which will be delivered again. */
  close(): Promise<void>;
};

/** Milliseconds. Lambda polls a shard four times a second. */
const pollInterval = 250;

/** Milliseconds before a retry, doubling up to a second. AWS does not document how long it waits. */
const firstPause = 50;
const longestPause = 1000;

/** Delivers a stream's records to a function, in order in each shard, from the checkpoints on. */
export function startPoller(settings: MappingSettings, deps: Deps): Poller {
  const { id, tableName, startAt, batch, isWanted } = settings;
  const { engineUrl, checkpoints, log } = deps;
  const closing = new AbortController();
  const { signal } = closing;
  const running = run();

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await pollShards().catch((error: unknown) => {
        if (!signal.aborted) log(`Stream of ${tableName}: ${String(error)}`);
      });
      await pause(pollInterval).catch(() => {});
    }
  }

  /** Runs until something fails; then the shards are listed again and read on from the checkpoints. */
  async function pollShards(): Promise<void> {
    const shards = await shardsOf(engineUrl, tableName);
    const readers = shards.map((shard) => [shard, readerOf(shard)] as const);
    while (!signal.aborted) {
      let read = 0;
      for (const [shard, reader] of readers) read += await advance(shard, reader);
      if (read === 0) await pause(pollInterval);
    }
  }

  function readerOf(shard: Shard): ShardReader {
    const after = checkpoints.of(checkpointKey(shard));
    return createShardReader(engineUrl, shard, after === undefined ? { startAt } : { after });
  }

  function checkpointKey({ streamArn, id: shard }: Shard): CheckpointKey {
    return { mapping: id, streamArn, shard };
  }

  async function advance(shard: Shard, reader: ShardReader): Promise<number> {
    const records = await reader.next(batch.size);
    const last = records.at(-1);
    if (!last) return 0;
    const save = (sequence: string) => checkpoints.save(checkpointKey(shard), sequence);
    const wanted = records.filter(isWanted);
    await processBatch(
      {
        async invoke(delivered) {
          signal.throwIfAborted();
          const outcome = await deps.invoke(delivered);
          signal.throwIfAborted();
          return outcome;
        },
        giveUp: (given, condition, invocations) =>
          deps.giveUp({ records: given, condition, invocations, shard }),
        save,
        pause: (failures) => pause(Math.min(longestPause, firstPause * 2 ** failures)),
        now: Date.now,
      },
      batch,
      wanted,
    );
    await save(sequenceOf(last));
    return records.length;
  }

  function pause(milliseconds: number): Promise<void> {
    return sleep(milliseconds, undefined, { signal });
  }

  return {
    async close() {
      closing.abort();
      await running;
    },
  };
}
