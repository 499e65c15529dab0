import { isSolution, puzzleText, type Puzzle } from '#core/shield/puzzle.ts';
import { withTimeout } from '../../device/timeout.ts';

/** The browser computes so many hashes at once, in threads of its own, and the page is drawn in between. */
const atOnce = 64;

/** A hundred times the average: nobody is that unlucky. */
const mostAttempts = 4_000_000;

/** Milliseconds for so many hashes, which usually take one. */
const timeout = 10_000;

/** The number that solves a puzzle. It takes a phone about a second. */
export async function solvePuzzle(puzzle: Puzzle): Promise<string | undefined> {
  const [start] = await hashesOf([puzzleText(puzzle)]);
  const base = toBase64Url(start ?? new Uint8Array());
  for (let first = 0; first < mostAttempts; first += atOnce) {
    const numbers = Array.from({ length: atOnce }, (_, i) => String(first + i));
    const hashes = await hashesOf(numbers.map((it) => base + it));
    const found = numbers[hashes.findIndex(isSolution)];
    if (found !== undefined) return found;
  }
  return undefined;
}

const encoder = new TextEncoder();

async function hashesOf(texts: readonly string[]): Promise<readonly Uint8Array[]> {
  const hashes = await withTimeout(
    'storage',
    timeout,
    Promise.all(texts.map((it) => crypto.subtle.digest('SHA-256', encoder.encode(it)))),
  );
  return hashes.map((it) => new Uint8Array(it));
}

function toBase64Url(bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
