import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds between two looks at the processes. */
const interval = 250;

type Memory = { readonly before: number; readonly most: number };

/** Megabytes of memory that all processes of the browser have together: before, and the most while something is done. */
export async function mostMemoryWhile<Outcome>(
  act: () => Promise<Outcome>,
): Promise<Memory & { readonly outcome: Outcome }> {
  const before = browserMegabytes();
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, browserMegabytes())), interval);
  try {
    const outcome = await act();
    return { outcome, before, most };
  } finally {
    clearInterval(timer);
  }
}

/**
 * Linux divides shared pages among those who share them. Without the program itself: another browser on the machine
 * shares its pages, and would change what they count.
 */
function browserMegabytes(): number {
  const parents = new Map(
    readdirSync('/proc')
      .filter((it) => /^\d+$/.test(it))
      .map((pid) => [pid, parentOf(pid)]),
  );
  const isOurs = (pid: string): boolean => {
    const parent = parents.get(pid);
    return parent === String(process.pid) || (parent !== undefined && isOurs(parent));
  };
  const kilobytes = [...parents.keys()]
    .filter((pid) => isOurs(pid) && textOf(pid, 'cmdline').includes('chrom'))
    .flatMap((pid) => [...textOf(pid, 'smaps_rollup').matchAll(/^Pss_(?:Anon|Shmem):\s+(\d+)/gm)])
    .map(([, it]) => Number(it));
  return kilobytes.reduce((sum, it) => sum + it, 0) / 1000;
}

function parentOf(pid: string): string | undefined {
  // After the name, which may have blanks and parentheses.
  return textOf(pid, 'stat').split(') ').at(-1)?.split(' ')[1];
}

/** Empty if the process has ended meanwhile. */
function textOf(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
