import { linesAbout } from './history.ts';
import type { Breach } from './invariants/invariant.ts';
import { invariants } from './invariants/invariants.ts';
import { numbersOf } from './numbers.ts';
import type { Run } from './run.ts';

export type Report = {
  readonly isKept: boolean;
  readonly numbers: ReturnType<typeof numbersOf>;
  readonly broken: readonly string[];
  readonly text: string;
};

/** The run in numbers, each invariant with its verdict, and what happened to each entry that breaks one. */
export function reportOn({ setting, people, devices, kills, faults, evidence }: Run): Report {
  const verdicts = invariants.map((it) => ({ ...it, breaches: it.check(evidence) }));
  const broken = verdicts.filter(({ breaches }) => breaches.length > 0);
  const numbers = numbersOf(evidence);
  const { history } = evidence;
  const deaths = history.mishaps.filter(({ device }) => device).length;
  const text = [
    `seed ${setting.seed}: ${people} people, ${devices} devices, ${setting.entries} entries`,
    `kill -9: the API ${kills.api}, the database ${kills.database}, a device ${deaths}`,
    `requests: ${counted([...faults].toSorted(([, a], [, b]) => b - a))}`,
    counted(Object.entries(numbers)),
    '',
    ...verdicts.map(({ name, says, breaches: { length } }) =>
      length === 0 ? `✓ ${name}: ${says}` : `✗ ${name}: ${says}: ${length} breaches`,
    ),
    ...broken.flatMap(({ name, breaches }) =>
      oneEach(breaches)
        .slice(0, shown)
        .flatMap((it) => ['', `${name}: ${about(it)}`, ...story(it)]),
    ),
  ].join('\n');
  return { isKept: broken.length === 0, numbers, broken: broken.map(({ name }) => name), text };

  function story({ entry }: Breach): readonly string[] {
    return entry === undefined ? [] : linesAbout(history, entry);
  }
}

/** Breaches of each invariant that are told in full. */
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
