import type { Complaint } from '#core/form.ts';
import { err, type Result } from '#core/result.ts';
import type { Told } from './told.ts';

/** Why a call came to nothing. */
export type Failure =
  /** Nobody is signed in, or not the person it was to be done for. */
  | { readonly is: 'signed-out' }
  /** No answer, or one that says "later": the same request may well succeed in a while. */
  | {
      readonly is: 'unreachable';
      /** What our API answered, where it was our API that did: it has no time, or has failed at this. */
      readonly because?: 'busy' | 'failed';
      /** How long the server asks to be left alone, in milliseconds. */
      readonly retryAfter?: number;
    }
  | ({ readonly is: 'refused' } & Refusal);

/** It said 200, and nothing that our API would say. */
export const notOurs: Result<never, Failure> = err({ is: 'unreachable' });

/** An answer that repeating the request will not change. */
export type Refusal = {
  readonly code: string;
  readonly title: string;
  readonly complaints: readonly Complaint[];
  /** The entry as somebody else has made it meanwhile. */
  readonly current?: Told;
};

/** Whether the id that was sent is settled at the other end for good, so that only another could be taken. */
export function isIdSpent({ code }: Pick<Refusal, 'code'>): boolean {
  return code === 'gone' || code === 'idempotency_key_reused';
}
