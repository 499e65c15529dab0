import { keepJson } from '../kept-json.ts';

/** How far each mapping has come in each shard of its stream, over restarts and crashes. */
export type Checkpoints = {
  readonly of: (place: Place) => string | undefined;
  readonly save: (place: Place, sequence: string) => Promise<void>;
};

export type Place = {
  readonly mapping: string;
  readonly streamArn: string;
  readonly shard: string;
};

export function createCheckpoints(file: string): Checkpoints {
  const kept = keepJson<Record<string, string>>(file, {});
  return {
    of: (place) => kept.value[nameOf(place)],
    async save(place, sequence) {
      kept.value[nameOf(place)] = sequence;
      await kept.save();
    },
  };
}

function nameOf({ mapping, streamArn, shard }: Place): string {
  return [mapping, streamArn, shard].join(' ');
}
