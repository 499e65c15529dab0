import { setTimeout as wait } from 'node:timers/promises';
import { between, chanceOf, pick } from './chance.ts';
import type { MortalCloud } from './cloud.ts';
import type { History } from './history.ts';

/** Kills what can be killed, with -9, and starts it again. */
export type Nemesis = {
  readonly kills: { readonly api: number; readonly database: number };
  /** Everything runs again when it is done. */
  stop(): Promise<void>;
};

type Victim = 'api' | 'database';

/** Each once, soon; then any of them, and both. */
const first: readonly (readonly Victim[])[] = [['database'], ['api']];
const hunts: typeof first = [...first, ['api', 'database']];

/** @param mercy milliseconds for which it leaves them alone at the most */
export function unleash(
  cloud: MortalCloud,
  seed: number,
  history: Pick<History, 'mishaps' | 'now'>,
  mercy = 6000,
): Nemesis {
  const chance = chanceOf(seed, 'nemesis');
  const kills = { api: 0, database: 0 };
  const stopping = new AbortController();
  const { signal } = stopping;

  async function strike(victims: readonly Victim[]): Promise<void> {
    history.mishaps.push({ at: history.now(), what: `kill -9: ${victims.join(' and ')}` });
    await Promise.all(victims.map((it) => cloud[it].kill()));
    await wait(between(chance, 0, 700));
    // The API looks for its tables when it starts.
    for (const it of victims.toReversed()) await cloud[it].start();
    history.mishaps.push({ at: history.now(), what: `up again: ${victims.join(' and ')}` });
    for (const it of victims) kills[it] += 1;
  }

  async function rage(): Promise<void> {
    for (const victims of first) {
      await pause(1500);
      await strike(victims);
    }
    for (;;) {
      await pause(mercy);
      if (signal.aborted) return;
      await strike(pick(chance, hunts) ?? []);
    }
  }

  function pause(longest: number): Promise<unknown> {
    return wait(between(chance, 700, longest), undefined, { signal }).catch(() => undefined);
  }

  const raging = rage();
  return {
    kills,
    async stop() {
      stopping.abort();
      await raging;
    },
  };
}
