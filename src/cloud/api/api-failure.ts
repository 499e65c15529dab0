import type { Issue } from '#core/form/answers.ts';
import { err, type Result } from '#core/values/result.ts';
import type { ApiEntry } from './parse-api-entry.ts';

/** Why a call failed. */
export type ApiFailure =
  /** Nobody is signed in, or somebody else. */
  | { readonly is: 'signed-out' }
  /** No answer, or one that says "later". The same request may succeed later. */
  | {
      readonly is: 'unreachable';
      /** Set if our API answered: it is busy, or it failed. */
      readonly because?: 'busy' | 'failed';
      /** How long the server asks us to wait, in milliseconds. */
      readonly retryAfter?: number;
    }
  | ({ readonly is: 'refused' } & ApiProblem);

/** The answer was a 2xx, but not one of our API. */
export const notFromOurApi: Result<never, ApiFailure> = err({ is: 'unreachable' });

/** The server's reason to refuse a request. Repeating the request would not change it. */
export type ApiProblem = {
  readonly code: string;
  readonly title: string;
  readonly issues: readonly Issue[];
  /** For a conflict: the entry as it is now. */
  readonly current?: ApiEntry;
};

/** Whether the server will never accept this id, so that only another one could be accepted. */
export function isIdSpent({ code }: Pick<ApiProblem, 'code'>): boolean {
  return code === 'gone' || code === 'idempotency_key_reused';
}
