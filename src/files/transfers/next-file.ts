import { filesIn } from '#core/files/files-in.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { StoredTransfer } from '../../device/device-database.ts';
import type { Backoff } from '../../outbox/changes/backoff.ts';
import { isPaused, isSetAside, untilOf } from '../../outbox/changes/retry-schedule.ts';
import {
  isUndelivered,
  isWithdrawal,
  type QueuedChange,
} from '../../outbox/changes/queued-change.ts';

type Waiting = {
  readonly transfers: readonly StoredTransfer[];
  /** Of the same person. */
  readonly changes: readonly QueuedChange[];
  readonly backoff: Backoff;
};

type NextFile =
  | { readonly is: 'send'; readonly transfer: StoredTransfer }
  | { readonly is: 'paused'; readonly until: number }
  | { readonly is: 'done' };

/**
 * The file to send now, if there is one. The server has to know an entry before its files, so a file waits until
 * the change that lists it is delivered. Files that failed most often come last.
 */
export function nextFile({ transfers, changes, backoff }: Waiting, now: number): NextFile {
  const due = transfers.filter((it) => isDue(it, changes));
  if (due.length === 0) return { is: 'done' };
  if (isPaused(backoff, now)) return { is: 'paused', until: backoff.retryAt };
  const failuresOf = (it: StoredTransfer) => getOwn(backoff.failing, idOf(it))?.times ?? 0;
  const [transfer] = due
    .filter((it) => !isSetAside(backoff, idOf(it), now))
    .toSorted((a, b) => failuresOf(a) - failuresOf(b));
  if (transfer) return { is: 'send', transfer };
  return { is: 'paused', until: Math.min(...due.map((it) => untilOf(backoff, idOf(it)))) };
}

/** Whether the entry's latest answers on the server refer to the file. One that the server refused is not sent again. */
/** Under which its failures are counted: another entry may await the same file. */
export function idOf({ entry, file }: StoredTransfer): string {
  return `${entry}/${file}`;
}

function isDue(
  { entry, file, problem }: StoredTransfer,
  changes: readonly QueuedChange[],
): boolean {
  const waiting = changes.filter((it) => it.entry === entry && isUndelivered(it));
  const isAwaited = (it: QueuedChange) =>
    isWithdrawal(it) || filesIn(it.answers).some(({ id }) => id === file);
  return problem === undefined && !waiting.some(isAwaited);
}
