import type { Statement } from './statement.ts';

/** A function as IAM sees it: the role it took on and what that role may do. */
export type Caller = {
  readonly roleName: string;
  readonly functionName: string;
  readonly statements: readonly Statement[];
};

/** By access key id: each function has one of its own. */
export type Callers = ReadonlyMap<string, Caller>;
