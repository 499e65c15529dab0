/**
 * A client puzzle: the device looks for a number whose hash begins with zeros, which takes a phone about a second, and
 * checking it takes the server microseconds. It is bound to one entry of one device, so a solution buys nothing else.
 */
export type Puzzle = {
  readonly form: string;
  /** The entry's id. */
  readonly entry: string;
  readonly deviceKey: string;
  /** The day on which it was solved, by the device's clock: `2026-03-31`. */
  readonly day: string;
};

/** How many bits have to be zero: 32 768 attempts on average. */
export const puzzleBits = 15;

/** How many days a solution is accepted. */
const daysAccepted = 14;

const oneDay = 24 * 60 * 60 * 1000;

/** The text of a puzzle. Each attempt hashes the hash of it, in base64url, followed by a number. */
export function puzzleText({ form, entry, deviceKey, day }: Puzzle): string {
  return JSON.stringify(['formstead puzzle', form, entry, deviceKey, day]);
}

/** Whether a hash is the solution of a puzzle. */
export function isSolution([a = 255, b = 255, c = 255]: Uint8Array): boolean {
  return ((a << 16) | (b << 8) | c) >>> (24 - puzzleBits) === 0;
}

/** Whether a solution of this day is accepted at a time. Clocks are up to a day ahead. */
export function isAcceptedDay(day: string, at: Date): boolean {
  const dayAt = (days: number) => new Date(at.getTime() + days * oneDay).toISOString().slice(0, 10);
  return dayAt(-daysAccepted) <= day && day <= dayAt(1);
}
