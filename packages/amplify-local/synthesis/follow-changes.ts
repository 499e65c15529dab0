import { setTimeout as sleep } from 'node:timers/promises';
import type { SourceSnapshot } from './source-scanner.ts';

type Deps = {
  readonly scan: () => SourceSnapshot;
  /** Milliseconds between two scans. */
  readonly interval?: number;
};

type Following = Deps & {
  /** The scan from before the running backend was synthesized. */
  readonly since: SourceSnapshot;
  /**
   * Deploys the files' current content. Resolves to false if there is an error in it.
   * @param isCurrent whether the files still have that content
   */
  readonly redeploy: (isCurrent: () => boolean) => Promise<boolean>;
};

/** Deploys every change of the files, one after the other, until it is disposed of. */
export function follow({ since, redeploy, ...deps }: Following): AsyncDisposable {
  const closing = new AbortController();
  const running = run();

  async function run(): Promise<void> {
    let isGood = true;
    let deployed: SourceSnapshot | undefined = since;
    while ((deployed = await nextChange(deployed, isGood, deps, closing.signal))) {
      const { content } = deployed;
      isGood = await redeploy(() => deps.scan().content === content);
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
 * Waits until the content of the files has changed and two scans in a row agree, because editors save in
 * several steps. After a failed deployment, saving without a change is enough to try again. Resolves to
 * undefined once it is aborted.
 */
export async function nextChange(
  deployed: SourceSnapshot,
  isGood: boolean,
  { scan, interval = 250 }: Deps,
  signal = new AbortController().signal,
): Promise<SourceSnapshot | undefined> {
  for (let last = deployed; await pause(interval, signal);) {
    const now = scan();
    const isQuiet = now.saves === last.saves && now.content === last.content;
    last = now;
    const isChanged = now.content !== deployed.content || (!isGood && now.saves !== deployed.saves);
    if (isQuiet && isChanged) return now;
  }
  return undefined;
}

/** Resolves to false once it is aborted. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
  return !signal.aborted;
}
