import type { Synthesis } from '../template/synthesize.ts';

type Deps = {
  /** Two, so that what is made never lies where what runs is loaded from. */
  readonly folders: readonly [string, string];
  readonly synthesize: (folder: string, signal: AbortSignal) => Promise<Synthesis>;
  /** Runs what was synthesized into the folder; throws, and leaves what ran before, when it cannot. */
  readonly run: (folder: string) => Promise<void>;
  /** Hears what is wrong, or that nothing is. */
  readonly tell: (mistake: string | undefined) => void;
};

/** Milliseconds between two looks whether what is made is still what the files say. */
const every = 250;

/**
 * Makes the backend that the files describe, and runs it; false when there is a mistake in it, which is told,
 * or when they have come to say something else meanwhile, which is then to be taken up in its place. So a
 * mistake that keeps a synthesis going for ever can be repaired like any other.
 */
export function createTakeUp({ folders: [first, second], synthesize, run, tell }: Deps) {
  let free = first;

  async function synthesizeUnless(isCurrent: () => boolean): Promise<Synthesis | 'outdated'> {
    const outdated = new AbortController();
    const timer = setInterval(() => {
      if (!isCurrent()) outdated.abort();
    }, every);
    try {
      const synthesis = await synthesize(free, outdated.signal);
      // Read in the middle of a change of several files.
      if (!synthesis.ok && !isCurrent()) return 'outdated';
      return outdated.signal.aborted ? 'outdated' : synthesis;
    } finally {
      clearInterval(timer);
    }
  }

  return async (isCurrent: () => boolean): Promise<boolean> => {
    const synthesis = await synthesizeUnless(isCurrent);
    if (synthesis === 'outdated') return false;
    const mistake = synthesis.ok ? await outcomeOf(run(free)) : synthesis.message;
    tell(mistake);
    if (mistake !== undefined) return false;
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
