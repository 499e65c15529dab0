import { getOwn } from '#core/values/own-property.ts';

/**
 * When the outbox may try again. A failure first pauses the whole queue, because usually the network or the
 * server is down. Once other changes are delivered and one still fails, only that one is set aside, so that it
 * does not hold up the others. docs/offline.md has the table.
 */
export type Backoff = {
  /** Failed attempts in a row, for whichever change. */
  readonly failures: number;
  /** Milliseconds since 1970, by this device's clock. */
  readonly retryAt: number;
  readonly because?: PauseReason | undefined;
  /** How many changes the server has accepted or refused for good. */
  readonly settled?: number;
  /** The changes that have failed so far, by id. */
  readonly failing?: { readonly [id: string]: FailingChange };
};

/** Set where our API answered: it was busy, or it failed. */
export type PauseReason = 'busy' | 'failed';

export type FailingChange = {
  /** Failed attempts in a row. */
  readonly times: number;
  /** The value of `settled` at the first of them. */
  readonly since: number;
  /** Once it is set aside: when to try it again. */
  readonly until?: number;
};

/** Nothing has failed: the outbox may send at once. */
export const idleBackoff: Backoff = { failures: 0, retryAt: 0 };

/** The files of somebody are retried by themselves: whose key their `Backoff` has in the store of all. */
export function backoffOfFiles(author: string): string {
  return `files:${author}`;
}

/** The failures of a change, if it is set aside. */
export function setAsideIn({ failing }: Backoff, id: string): FailingChange | undefined {
  const its = getOwn(failing, id);
  return its?.until === undefined ? undefined : its;
}
