import type { Statement } from './policy-statement.ts';

/** A function as a caller in IAM: its role, and the statements of that role. */
export type Caller = {
  readonly roleName: string;
  readonly functionName: string;
  readonly statements: readonly Statement[];
};

/** By access key id; each function has its own. */
export type Callers = ReadonlyMap<string, Caller>;
