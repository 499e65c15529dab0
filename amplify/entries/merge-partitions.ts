import {
  sortPosition,
  type SortPosition,
  type StoredEntry,
} from '#core/entries/store/entry-store.ts';

/** Some of the entries of a partition, and whether there are more. */
export type PartOfPartition = {
  readonly entries: readonly StoredEntry[];
  readonly hasMore: boolean;
};

/** Entries of a form, the newest first. */
export type Partition = {
  readonly key: string;
  /** All of its entries are before this position. */
  readonly end: SortPosition;
};

type Merging = {
  /** Read at once, while the others are being found. */
  readonly first: Partition;
  /** The newest first. */
  readonly others: Promise<readonly Partition[]>;
  /** Only entries before this position. */
  readonly before: SortPosition;
  /** How many entries are likely to be taken. */
  readonly wanted: number;
  readonly read: (
    partition: Partition,
    before: SortPosition,
    count: number,
  ) => Promise<PartOfPartition>;
};

/** A partition that is being read, and what was read of it and not taken yet. */
type Lane = {
  readonly partition: Partition;
  next: readonly StoredEntry[];
  before: SortPosition;
  hasMore: boolean;
};

/**
 * The entries of several partitions as if they were one, the newest first. It reads a partition only once its turn can
 * have come, and about as much of each as will be taken.
 */
export async function* mergePartitions(merging: Merging): AsyncGenerator<StoredEntry> {
  const { first, before, wanted } = merging;
  const laneOf = (partition: Partition): Lane => ({ partition, next: [], before, hasMore: true });
  const lanes = [laneOf(first)];
  const [others] = await Promise.all([merging.others, refill(merging, lanes, wanted)]);
  let waiting = others;
  for (let taken = 0; ;) {
    const newest = newestOf(lanes);
    const position = newest?.next[0] && sortPosition(newest.next[0]);
    const [following] = waiting;
    if (following && (position === undefined || following.end > position)) {
      const isDue = ({ end }: Partition) => end === following.end;
      lanes.push(...waiting.filter(isDue).map(laneOf));
      waiting = waiting.filter((it) => !isDue(it));
    } else {
      const [entry] = newest?.next ?? [];
      if (!newest || !entry) return;
      yield entry;
      taken += 1;
      newest.next = newest.next.slice(1);
    }
    await refill(merging, lanes, Math.max(1, wanted - taken));
  }
}

/** Reads on where nothing is left, in all of these partitions at once. */
async function refill({ read }: Merging, lanes: readonly Lane[], wanted: number): Promise<void> {
  const live = lanes.filter(({ next, hasMore }) => next.length > 0 || hasMore);
  // They are about equally full. A few more than the average is cheaper than to ask again.
  const count = live.length === 1 ? wanted : Math.ceil((wanted / live.length) * 1.5) + 1;
  await Promise.all(
    live
      .filter(({ next }) => next.length === 0)
      .map(async (lane) => {
        while (lane.next.length === 0 && lane.hasMore) {
          const { entries, hasMore } = await read(lane.partition, lane.before, count);
          const last = entries.at(-1);
          lane.next = entries;
          lane.hasMore = hasMore && last !== undefined;
          if (last) lane.before = sortPosition(last);
        }
      }),
  );
}

function newestOf(lanes: readonly Lane[]): Lane | undefined {
  let newest: Lane | undefined;
  let position = '';
  for (const lane of lanes) {
    const [entry] = lane.next;
    if (!entry || sortPosition(entry) <= position) continue;
    newest = lane;
    position = sortPosition(entry);
  }
  return newest;
}
