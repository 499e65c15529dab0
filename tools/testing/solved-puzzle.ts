import { hash } from 'node:crypto';
import { isSolution, puzzleText, type Puzzle } from '#core/shield/puzzle.ts';
import { toShieldText } from '#core/shield/shield-header.ts';

/** The header `Shield` of an entry whose puzzle is solved, as decision 60 says. */
export function solvedPuzzle(
  of: Omit<Puzzle, 'day'>,
  day = new Date().toISOString().slice(0, 10),
): string {
  const base = hash('sha256', puzzleText({ ...of, day }), 'base64url');
  let number = 0;
  while (!isSolution(hash('sha256', base + number, 'buffer'))) number += 1;
  return toShieldText({ puzzle: { day, number: String(number) }, seconds: 40 });
}
