import { setTimeout as wait } from 'node:timers/promises';
import { between, seededRandom, pick } from '../../../tools/testing/seeded-random.ts';
import type { TwoProcessCloud } from './two-process-cloud.ts';
import type { History } from '../evidence/run-history.ts';

/** Kills the processes of a cloud with -9 and restarts them. */
export type Nemesis = {
  readonly kills: { readonly api: number; readonly database: number };
  /** Returns when everything runs again. */
  stop(): Promise<void>;
};

type VictimName = 'api' | 'database';

/** Each one once, early; then any of them, or both. */
const first: readonly (readonly VictimName[])[] = [['database'], ['api']];
const hunts: typeof first = [...first, ['api', 'database']];

/** @param longestPause the longest time in milliseconds between two kills */
export function startNemesis(
  cloud: TwoProcessCloud,
  seed: number,
  history: Pick<History, 'processEvents' | 'now'>,
  longestPause = 6000,
): Nemesis {
  const chance = seededRandom(seed, 'nemesis');
  const kills = { api: 0, database: 0 };
  const stopping = new AbortController();
  const { signal } = stopping;

  async function killAndRestart(victims: readonly VictimName[]): Promise<void> {
    history.processEvents.push({ at: history.now(), what: `kill -9: ${victims.join(' and ')}` });
    await Promise.all(victims.map((it) => cloud[it].kill()));
    await wait(between(chance, 0, 700));
    // The API looks for its tables when it starts.
    for (const it of victims.toReversed()) await cloud[it].start();
    history.processEvents.push({ at: history.now(), what: `up again: ${victims.join(' and ')}` });
    for (const it of victims) kills[it] += 1;
  }

  async function killAgainAndAgain(): Promise<void> {
    for (const victims of first) {
      await pause(1500);
      await killAndRestart(victims);
    }
    for (;;) {
      await pause(longestPause);
      if (signal.aborted) return;
      await killAndRestart(pick(chance, hunts) ?? []);
    }
  }

  function pause(longest: number): Promise<unknown> {
    return wait(between(chance, 700, longest), undefined, { signal }).catch(() => undefined);
  }

  const killing = killAgainAndAgain();
  return {
    kills,
    async stop() {
      stopping.abort();
      await killing;
    },
  };
}
