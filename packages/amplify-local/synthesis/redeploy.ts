import type { Synthesis } from './synthesize.ts';

type Deps = {
  /** Two folders, so that a synthesis never overwrites the one that is running. */
  readonly folders: readonly [string, string];
  readonly synthesize: (folder: string, signal: AbortSignal) => Promise<Synthesis>;
  /** Runs the backend in the folder. On failure it throws and leaves the previous one running. */
  readonly run: (folder: string) => Promise<void>;
  /** Receives the error, or undefined when there is none any more. */
  readonly report: (problem: string | undefined) => void;
};

/** Milliseconds between two checks whether the files have changed meanwhile. */
const checkInterval = 250;

/**
 * Synthesizes the backend and runs it. Resolves to false if there is an error in it, which is reported, or if
 * the files have changed meanwhile; the caller then starts over. So a synthesis that would never end is
 * stopped by fixing the file.
 */
export function createRedeploy({ folders: [first, second], synthesize, run, report }: Deps) {
  let free = first;

  async function synthesizeUnless(isCurrent: () => boolean): Promise<Synthesis | 'outdated'> {
    const outdated = new AbortController();
    const timer = setInterval(() => {
      if (!isCurrent()) outdated.abort();
    }, checkInterval);
    try {
      const synthesis = await synthesize(free, outdated.signal);
      // The synthesis may have read some files before a change and some after it.
      if (!synthesis.ok && !isCurrent()) return 'outdated';
      return outdated.signal.aborted ? 'outdated' : synthesis;
    } finally {
      clearInterval(timer);
    }
  }

  return async (isCurrent: () => boolean): Promise<boolean> => {
    const synthesis = await synthesizeUnless(isCurrent);
    if (synthesis === 'outdated') return false;
    const problem = synthesis.ok ? await outcomeOf(run(free)) : synthesis.message;
    report(problem);
    if (problem !== undefined) return false;
    free = free === first ? second : first;
    return true;
  };
}

async function outcomeOf(running: Promise<void>): Promise<string | undefined> {
  try {
    await running;
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
