import type { Counters } from '../shield/counters.ts';
import { hourOf } from '../shield/hourly-rates.ts';

/** Counters in memory, for tests. */
export function createMemoryCounters(): Counters {
  const counts = new Map<string, number>();
  return {
    async add(counted, at) {
      const key = JSON.stringify([counted, hourOf(at)]);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count;
    },
  };
}
