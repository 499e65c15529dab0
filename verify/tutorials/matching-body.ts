import { expect } from 'vitest';

type ResponseBody = Readonly<Record<string, unknown>>;

/** An expected body for vitest, with regular expressions as matchers. */
export function matching(expected: ResponseBody): ResponseBody {
  return Object.fromEntries(
    Object.entries(expected).map(([key, value]) => [key, matchingValue(value)]),
  );
}

function matchingValue(value: unknown): unknown {
  if (value instanceof RegExp) return expect.stringMatching(value);
  return typeof value === 'object' && value !== null ? matching(value as ResponseBody) : value;
}
