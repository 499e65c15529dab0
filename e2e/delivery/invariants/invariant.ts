import type { Evidence } from '../evidence.ts';

export type Breach = { readonly entry?: string; readonly why: string };

/** A promise, and where the evidence shows that it was not kept. */
export type Invariant = {
  readonly name: string;
  readonly says: string;
  readonly check: (evidence: Evidence) => readonly Breach[];
};
