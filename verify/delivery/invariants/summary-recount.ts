import { canonicalJson } from '#core/values/canonical-json.ts';
import { pwausers } from '#forms/pwausers.ts';
import type { StoredEntry } from '../evidence/stored-entries.ts';
import type { Invariant } from './invariant.ts';
import { differing } from './own-rows.ts';

export const recounted: Invariant = {
  name: 'I7',
  promise: 'the owners’ summary equals a recount',
  check({ stored, responses, summary }) {
    const there = stored.filter((it) => !it.deletedAt);
    const ids = there.map(({ id }) => id);
    const counted = there.filter(({ form }) => form === pwausers.id);
    const own = {
      count: counted.length,
      days: countBy(counted, ({ createdAt }) => createdAt.slice(0, 10)),
      source: countBy(counted, sourceOf),
    };
    const { '': _unanswered, ...source } = own.source;
    const shown = Object.entries(summary.fields['source']?.options ?? {}).filter(
      ([, count]) => count > 0,
    );
    return [
      ...differing(ids, responses).map((entry) => ({ entry, why: 'not as in the responses' })),
      ...wrong('count', own.count, summary.count),
      ...wrong('days', own.days, summary.days),
      ...wrong('source', source, Object.fromEntries(shown)),
    ];
  },
};

function sourceOf({ answers }: StoredEntry): string {
  const { source } = answers;
  return typeof source === 'string' ? source : '';
}

function wrong(name: string, counted: unknown, shown: unknown) {
  const [there, seen] = [counted, shown].map(canonicalJson);
  return there === seen ? [] : [{ why: `the summary’s ${name} is ${seen}, recounted ${there}` }];
}

function countBy(
  stored: readonly StoredEntry[],
  of: (it: StoredEntry) => string,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const it of stored) counts[of(it)] = (counts[of(it)] ?? 0) + 1;
  return counts;
}
