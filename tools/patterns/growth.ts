import { pumpsFor, type Pump } from './pumped.ts';

/**
 * Characters: an API takes 64 KB, a header 16. In small steps from few on, because some patterns grow without
 * measure: what is slow is found out while it still ends.
 */
const lengths = [...Array.from({ length: 21 }, (_, i) => 8 + 2 * i), 512, 1024, 2048, 4096, 32_768];

/**
 * Milliseconds of this thread's own work. What grows as its input does needs one or two for the longest of
 * texts on any machine; what grows with its square, hundreds.
 */
const most = 100;

/** The text by which a pattern is found out, if its work grows faster than what it is given. */
export function superLinear(pattern: RegExp): Pump | undefined {
  return pumpsFor(pattern).find((pump) => lengths.some((length) => isSlow(pattern, pump, length)));
}

function isSlow(pattern: RegExp, { before, unit, after }: Pump, length: number): boolean {
  const text = before + unit.repeat(Math.ceil(length / unit.length)) + after;
  // What is slow by chance is not so three times.
  for (let times = 0; times < 3; times += 1) if (workOf(pattern, text) < most) return false;
  return true;
}

/** All that is found in it, and not only the first, where that is asked for. */
function workOf(pattern: RegExp, text: string): number {
  const { user, system } = process.threadCpuUsage();
  text.replace(pattern, '');
  const spent = process.threadCpuUsage({ user, system });
  return (spent.user + spent.system) / 1000;
}
