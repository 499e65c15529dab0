import type { Synthesis } from '../template/synthesize.ts';

type Deps = {
  /** Two, so that what is made never lies where what runs is loaded from. */
  readonly folders: readonly [string, string];
  readonly synthesize: (folder: string) => Promise<Synthesis>;
  /** Runs what was synthesized into the folder; throws, and leaves what ran before, when it cannot. */
  readonly run: (folder: string) => Promise<void>;
  /** Hears what is wrong, or that nothing is. */
  readonly tell: (mistake: string | undefined) => void;
};

/** Makes the backend that the files describe, and runs it; false when there is a mistake in it, which is told. */
export function createTakeUp({ folders: [first, second], synthesize, run, tell }: Deps) {
  let free = first;
  return async (isCurrent: () => boolean = () => true): Promise<boolean> => {
    const synthesis = await synthesize(free);
    // Read in the middle of a change of several files: what they say by now is tried next.
    if (!synthesis.ok && !isCurrent()) return false;
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
