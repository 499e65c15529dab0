import { historyOf } from './evidence/run-history.ts';
import type { Breach } from './invariants/invariant.ts';
import { invariants } from './invariants/all-invariants.ts';
import { totalsOf } from './run-totals.ts';
import type { DeliveryRun } from './run-delivery.ts';

export type RunReport = {
  readonly isKept: boolean;
  readonly numbers: ReturnType<typeof totalsOf>;
  readonly broken: readonly string[];
  readonly text: string;
};

/** The totals, the result of each invariant, and the history of each entry that breaks one. */
export function reportOn({
  setting,
  people,
  devices,
  kills,
  faults,
  evidence,
}: DeliveryRun): RunReport {
  const verdicts = invariants.map((it) => ({ ...it, breaches: it.check(evidence) }));
  const broken = verdicts.filter(({ breaches }) => breaches.length > 0);
  const numbers = totalsOf(evidence);
  const { history } = evidence;
  const deaths = history.processEvents.filter(({ device }) => device).length;
  const text = [
    `seed ${setting.seed}: ${people} people, ${devices} devices, ${setting.entries} entries`,
    `kill -9: the API ${kills.api}, the database ${kills.database}, a device ${deaths}`,
    `requests: ${counted([...faults].toSorted(([, a], [, b]) => b - a))}`,
    counted(Object.entries(numbers)),
    '',
    ...verdicts.map(({ name, promise, breaches: { length } }) =>
      length === 0 ? `✓ ${name}: ${promise}` : `✗ ${name}: ${promise}: ${length} violations`,
    ),
    ...broken.flatMap(({ name, breaches }) =>
      oneEach(breaches)
        .slice(0, shown)
        .flatMap((it) => ['', `${name}: ${about(it)}`, ...historyLines(it)]),
    ),
  ].join('\n');
  return { isKept: broken.length === 0, numbers, broken: broken.map(({ name }) => name), text };

  function historyLines({ entry }: Breach): readonly string[] {
    return entry === undefined ? [] : historyOf(history, entry);
  }
}

/** How many violations of each invariant are printed in full. */
const shown = 3;

function oneEach(breaches: readonly Breach[]): readonly Breach[] {
  return [...new Map(breaches.map((it) => [it.entry ?? it.why, it])).values()];
}

function about({ entry, why }: Breach): string {
  return entry === undefined ? why : `${entry} ${why}`;
}

function counted(counts: readonly (readonly [string, number])[]): string {
  return counts.map(([name, count]) => `${name} ${count}`).join(' · ');
}
