/** How many entries without an account a form expects in an hour, before it puts more of them on hold. */
export type HourlyRates = {
  /** From one device: somebody who visits households delivers a day's work at once. */
  readonly device: number;
  /** From one range of addresses: a school or a company is behind one. */
  readonly addressRange: number;
  /** From all devices together. Only those that nothing else speaks against are counted. */
  readonly form: number;
};

export const usualRates: HourlyRates = { device: 60, addressRange: 300, form: 3000 };

/** So many times the rate are refused until the hour is over: no person sends as much. */
export const refusedFrom = 10;

/** The start of the hour that a time is in, as a part of a key: `2026-03-31T08`. */
export function hourOf(time: Date): string {
  return time.toISOString().slice(0, 13);
}

/** Whole seconds until the next hour begins, at least one. */
export function secondsLeftInHour(time: Date): number {
  return 3600 - Math.floor((time.getTime() / 1000) % 3600);
}
