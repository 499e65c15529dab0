import { execFileSync } from 'node:child_process';

type Pids = Readonly<Record<string, () => number | undefined>>;

export type Memory = {
  /** Megabytes per process, in order. A process that is not running has no sample. */
  readonly samples: Readonly<Record<string, number[]>>;
  stop(): void;
};

/** Samples the resident memory of processes. */
export function watchMemory(pids: Pids, everyMilliseconds: number): Memory {
  const samples = Object.fromEntries(Object.keys(pids).map((name) => [name, [] as number[]]));
  const timer = setInterval(() => {
    for (const [name, pid] of Object.entries(pids)) {
      const megabytes = residentMegabytes(pid());
      if (megabytes !== undefined) samples[name]?.push(megabytes);
    }
  }, everyMilliseconds);
  return { samples, stop: () => clearInterval(timer) };
}

function residentMegabytes(pid: number | undefined): number | undefined {
  if (pid === undefined) return undefined;
  try {
    return (
      Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
    );
  } catch {
    // It has just been killed.
    return undefined;
  }
}
