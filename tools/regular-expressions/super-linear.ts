import { pumpedTextsFor, type PumpedText } from './pumped-texts.ts';

/**
 * Lengths of the texts: an API accepts 64 KB, a header 16. In small steps, because the time of some patterns
 * explodes: they must be found while they still end. Then doubled, so that a quadratic pattern is found at four
 * times the limit and not at sixty.
 */
const lengths = [
  ...Array.from({ length: 21 }, (_, i) => 8 + 2 * i),
  512,
  1024,
  2048,
  4096,
  8192,
  16_384,
  32_768,
];

/**
 * Milliseconds of processor time. A linear pattern needs one or two for the longest text on any machine, a
 * quadratic one hundreds.
 */
const most = 100;

/** A text that shows that a pattern takes more than linear time, if there is one. */
export function superLinearInput(pattern: RegExp): PumpedText | undefined {
  return pumpedTextsFor(pattern).find((pump) =>
    lengths.some((length) => isSlow(pattern, pump, length)),
  );
}

function isSlow(pattern: RegExp, { before, unit, after }: PumpedText, length: number): boolean {
  const text = before + unit.repeat(Math.ceil(length / unit.length)) + after;
  // What is slow by chance is not slow three times.
  for (let times = 0; times < 3; times += 1) if (workOf(pattern, text) < most) return false;
  return true;
}

/** All matches if the pattern is global, otherwise the first. */
function workOf(pattern: RegExp, text: string): number {
  const { user, system } = process.threadCpuUsage();
  text.replace(pattern, '');
  const spent = process.threadCpuUsage({ user, system });
  return (spent.user + spent.system) / 1000;
}
