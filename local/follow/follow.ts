import { setTimeout as sleep } from 'node:timers/promises';
import type { Look } from './source-files.ts';

type Deps = {
  readonly look: () => Look;
  /** Milliseconds between two looks. */
  readonly every?: number;
};

type Following = Deps & {
  /** What was seen before the backend that runs was made. */
  readonly since: Look;
  /**
   * Takes up what the files say now; false when there is a mistake in them.
   * @param isCurrent whether they still say that
   */
  readonly takeUp: (isCurrent: () => boolean) => Promise<boolean>;
};

/** Takes up every change of the files, one after the other. */
export function follow({ since, takeUp, ...deps }: Following): AsyncDisposable {
  const closing = new AbortController();
  const running = run();

  async function run(): Promise<void> {
    let isGood = true;
    let taken: Look | undefined = since;
    while ((taken = await nextChange(taken, isGood, deps, closing.signal))) {
      const { content } = taken;
      isGood = await takeUp(() => deps.look().content === content);
    }
  }

  return {
    async [Symbol.asyncDispose]() {
      closing.abort();
      await running;
    },
  };
}

/**
 * Waits for the files to say something else, and for two looks in a row to see the same: an editor saves in
 * several steps. After a mistake saving is enough, without a change, to have it tried again. Nothing once
 * it is called off.
 */
export async function nextChange(
  taken: Look,
  isGood: boolean,
  { look, every = 250 }: Deps,
  signal = new AbortController().signal,
): Promise<Look | undefined> {
  for (let last = taken; await pause(every, signal);) {
    const now = look();
    const isQuiet = now.saves === last.saves && now.content === last.content;
    last = now;
    const isNews = now.content !== taken.content || (!isGood && now.saves !== taken.saves);
    if (isQuiet && isNews) return now;
  }
  return undefined;
}

/** False once there is nothing to wait for. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
  return !signal.aborted;
}
