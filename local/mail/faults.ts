/** What the email provider does wrong, on purpose; nothing unless told. Shares are from 0 to 1. */
export type Faults = {
  /** The share of requests that are answered 500 and go no further. */
  failing?: number;
  /** The share of requests that are taken, and their answers lost. */
  losing?: number;
  /** Milliseconds before a request is looked at. */
  slow?: number;
  /** Addresses that are refused for good; `*` is every one. */
  refusing?: readonly string[];
  /** The only API key it takes; any, unless told. */
  key?: string;
  /** Knows no Idempotency-Key. */
  forgetful?: boolean;
  /** The same number fails and loses the same requests; without one, any. */
  seed?: number;
};

const kinds: { readonly [Fault in keyof Faults]-?: (value: unknown) => boolean } = {
  failing: isShare,
  losing: isShare,
  slow: isNumber,
  refusing: (value) => Array.isArray(value) && value.every((it) => typeof it === 'string'),
  key: (value) => typeof value === 'string',
  forgetful: (value) => typeof value === 'boolean',
  seed: isNumber,
};

/** Faults in a value of unknown origin; throws with the names there are at anything else. */
export function faultsIn(value: object): Faults {
  for (const [name, given] of Object.entries(value) as [string, unknown][])
    if (!Object.hasOwn(kinds, name) || !kinds[name as keyof Faults](given))
      throw new Error(`The mail's faults are ${Object.keys(kinds).join(', ')}: docs/mail.md.`);
  return value;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && value >= 0;
}

function isShare(value: unknown): boolean {
  return isNumber(value) && value <= 1;
}
