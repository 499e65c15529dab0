import { expect } from 'vitest';

type Told = Readonly<Record<string, unknown>>;

/** An expected body for vitest, with each regular expression as what it matches with one. */
export function matching(expected: Told): Told {
  return Object.fromEntries(
    Object.entries(expected).map(([key, value]) => [key, matchingValue(value)]),
  );
}

function matchingValue(value: unknown): unknown {
  if (value instanceof RegExp) return expect.stringMatching(value);
  return typeof value === 'object' && value !== null ? matching(value as Told) : value;
}
