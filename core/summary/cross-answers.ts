import { chosenValues } from '../form/options.ts';

/** Two questions crossed: how often each option of the first was chosen together with each of the second. */
export type CrossedAnswers = {
  /** The entries that answer both. */
  readonly answered: number;
  count(first: string, second: string): number;
  /** The entries that answer both, and choose this option of the first. */
  countOfFirst(first: string): number;
  countOfSecond(second: string): number;
};

/** @param pairs of each entry, its answers to the two; undefined for none. Several choices count each */
export function crossAnswers(
  pairs: readonly (readonly [first: unknown, second: unknown])[],
): CrossedAnswers {
  const [both, firsts, seconds] = [countsBy(), countsBy(), countsBy()];
  let answered = 0;
  for (const [first, second] of pairs) {
    const [chosen, chosenToo] = [new Set(chosenValues(first)), new Set(chosenValues(second))];
    if (chosen.size === 0 || chosenToo.size === 0) continue;
    answered += 1;
    for (const it of chosen) firsts.add(it);
    for (const it of chosenToo) seconds.add(it);
    for (const it of chosen) for (const other of chosenToo) both.add(keyOf(it, other));
  }
  return {
    answered,
    count: (first, second) => both.get(keyOf(first, second)),
    countOfFirst: firsts.get,
    countOfSecond: seconds.get,
  };
}

/** Values may contain anything. */
function keyOf(first: string, second: string): string {
  return JSON.stringify([first, second]);
}

function countsBy() {
  const counts = new Map<string, number>();
  return {
    add: (key: string) => void counts.set(key, (counts.get(key) ?? 0) + 1),
    get: (key: string) => counts.get(key) ?? 0,
  };
}
