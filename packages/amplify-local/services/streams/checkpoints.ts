import { openJsonFile } from '../../machine/json-file.ts';

/** The position of each mapping in each shard of its stream. Survives restarts and crashes. */
export type Checkpoints = {
  readonly of: (key: CheckpointKey) => string | undefined;
  readonly save: (key: CheckpointKey, sequence: string) => Promise<void>;
};

export type CheckpointKey = {
  readonly mapping: string;
  readonly streamArn: string;
  readonly shard: string;
};

export function createCheckpoints(file: string): Checkpoints {
  const stored = openJsonFile<Record<string, string>>(file, {});
  return {
    of: (key) => stored.value[nameOf(key)],
    async save(key, sequence) {
      stored.value[nameOf(key)] = sequence;
      await stored.save();
    },
  };
}

function nameOf({ mapping, streamArn, shard }: CheckpointKey): string {
  return [mapping, streamArn, shard].join(' ');
}
