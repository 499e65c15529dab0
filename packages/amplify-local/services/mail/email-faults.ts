/** The faults that the email API injects; by default none. Shares are from 0 to 1. */
export type Faults = {
  /** The share of requests that are answered with 500 and not delivered. */
  failing?: number;
  /** The share of requests that are delivered but whose responses are lost. */
  losing?: number;
  /** A delay of every request, in milliseconds. */
  slow?: number;
  /** Addresses that are always refused; `*` refuses all. */
  refusing?: readonly string[];
  /** The only API key it accepts; by default any. */
  key?: string;
  /** Ignores the Idempotency-Key header. */
  ignoresIdempotencyKey?: boolean;
  /** With the same seed, the same requests fail or are lost; without one it is random. */
  seed?: number;
};

const validators: { readonly [Fault in keyof Faults]-?: (value: unknown) => boolean } = {
  failing: isShare,
  losing: isShare,
  slow: isNumber,
  refusing: (value) => Array.isArray(value) && value.every((it) => typeof it === 'string'),
  key: (value) => typeof value === 'string',
  ignoresIdempotencyKey: (value) => typeof value === 'boolean',
  seed: isNumber,
};

/** Validates faults. Throws at anything else, listing the names that exist. */
export function parseFaults(value: object): Faults {
  for (const [name, given] of Object.entries(value) as [string, unknown][])
    if (!Object.hasOwn(validators, name) || !validators[name as keyof Faults](given))
      throw new Error(`The mail's faults are ${Object.keys(validators).join(', ')}.`);
  return value;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && value >= 0;
}

function isShare(value: unknown): boolean {
  return isNumber(value) && value <= 1;
}
