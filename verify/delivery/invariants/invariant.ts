import type { Evidence } from '../evidence/evidence.ts';

export type Breach = { readonly entry?: string; readonly why: string };

/** A promise, and the evidence against it. */
export type Invariant = {
  readonly name: string;
  readonly promise: string;
  readonly check: (evidence: Evidence) => readonly Breach[];
};
