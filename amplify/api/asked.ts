import type { Caller } from '#core/entries/policy.ts';
import type { EntryStore } from '#core/entries/store.ts';
import type { OnFault } from '#core/fault.ts';
import type { Form } from '#core/form.ts';
import type { Problem } from '#core/problem.ts';
import type { Result } from '#core/result.ts';
import type { Call, Reply } from './call.ts';

export type Deps = {
  readonly store: EntryStore;
  readonly formById: (id: string) => Form | undefined;
  readonly now: () => Date;
  readonly random: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly digest: (text: string) => string;
  /** Told of a function of a form that failed. */
  readonly onFault?: OnFault;
};

/** A call once it is known who calls, and about which form. */
export type Asked = {
  readonly call: Call;
  readonly form: Form;
  readonly caller: Caller;
  readonly parameters: Readonly<Record<string, string>>;
};

/** How one route is answered. */
export type Answer = (deps: Deps, asked: Asked) => Promise<Result<Reply, Problem>>;
