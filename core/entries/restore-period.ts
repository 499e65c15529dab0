import type { StoredEntry } from './store/entry-store.ts';

const daysToRestore = 30;
const dayInMilliseconds = 86_400_000;

/** When a withdrawn entry can no longer be restored. */
export function restorableUntil(deletedAt: string): Date {
  return new Date(Date.parse(deletedAt) + daysToRestore * dayInMilliseconds);
}

/** Entries withdrawn before this time can no longer be restored. */
export function oldestRestorable(now: Date): Date {
  return new Date(now.getTime() - daysToRestore * dayInMilliseconds);
}

/** Whether an entry is erased or can no longer be restored. DynamoDB may take days to delete expired items. */
export function isGone({ deletedAt, erased }: StoredEntry, now: Date): boolean {
  return deletedAt !== undefined && (erased === true || restorableUntil(deletedAt) <= now);
}
