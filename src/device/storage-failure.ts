/** Why something could not be stored: the disk is full, it fails or does not answer, or the browser forbids it. */
export type StorageFailure = 'no-room' | 'no-answer' | 'blocked';

export function storageFailureOf(error: unknown): StorageFailure {
  if (isBlocked(error)) return 'blocked';
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return isFull ? 'no-room' : 'no-answer';
}

/** A setting or an extension lets this site store nothing, so trying again is pointless. */
export function isBlocked(error: unknown): boolean {
  if (!(error instanceof DOMException)) return false;
  const { name, message } = error;
  // Chromium's IndexedDB has no error name of its own for this.
  return (
    name === 'SecurityError' || (name === 'UnknownError' && message.includes('denied permission'))
  );
}
