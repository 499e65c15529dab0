/** Why something is not on the disk: it is full, or it fails, or does not answer, or the browser keeps the app from it. */
export type Unkept = 'no-room' | 'no-answer' | 'blocked';

export function whyUnkept(error: unknown): Unkept {
  if (isBlocked(error)) return 'blocked';
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return isFull ? 'no-room' : 'no-answer';
}

/** The browser was told to let this site keep nothing, or an extension sees to it: asking again changes nothing. */
export function isBlocked(error: unknown): boolean {
  if (!(error instanceof DOMException)) return false;
  const { name, message } = error;
  // Chromium's database has no name of its own for it.
  return (
    name === 'SecurityError' || (name === 'UnknownError' && message.includes('denied permission'))
  );
}
