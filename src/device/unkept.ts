/** Why something is not on the disk: it is full, or it fails, or it does not answer. */
export type Unkept = 'no-room' | 'no-answer';

export function whyUnkept(error: unknown): Unkept {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return isFull ? 'no-room' : 'no-answer';
}
