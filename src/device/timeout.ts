/** What the app may wait for in vain. */
export type Unresponsive = 'storage' | 'another-tab' | 'network';

/**
 * The answer, or after so many milliseconds an error that names what did not answer. Every wait for the
 * disk, a lock, a token or the network uses this; the linter finds those that do not (tools/lint/bounded-waits.js).
 */
export async function withTimeout<Value>(
  what: Unresponsive,
  milliseconds: number,
  answer: PromiseLike<Value>,
): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    const end = () => reject(unresponsive(what));
    // In two halves: a device that slept through the first still has the second.
    timer = setTimeout(() => (timer = setTimeout(end, milliseconds / 2)), milliseconds / 2);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

export function unresponsive(what: Unresponsive): Error {
  return Object.assign(new Error(`No answer in time: ${what}`), { unresponsive: what });
}

/** What did not answer, if that is what the error says. */
export function unresponsiveIn(error: unknown): Unresponsive | undefined {
  return error instanceof Error && 'unresponsive' in error
    ? (error.unresponsive as Unresponsive)
    : undefined;
}
