import type { StoredEntry } from './store.ts';

const daysToRestore = 30;
const dayInMilliseconds = 86_400_000;

/** When what a withdrawn entry said is gone for good. */
export function lastMoment(deletedAt: string): Date {
  return new Date(Date.parse(deletedAt) + daysToRestore * dayInMilliseconds);
}

/** Entries withdrawn before this time are gone for good. */
export function firstMoment(now: Date): Date {
  return new Date(now.getTime() - daysToRestore * dayInMilliseconds);
}

/** Whether a withdrawn entry is gone for good. The table may take days to forget what has expired. */
export function isGone({ deletedAt, erased }: StoredEntry, now: Date): boolean {
  return deletedAt !== undefined && (erased === true || lastMoment(deletedAt) <= now);
}
