/**
 * What to say of a failure. That nobody answered is put in words: what a client says of it names neither what
 * it asked nor what there is to do.
 * @param localUrl what was asked, where that is the cloud on this machine
 */
export function reasonOf(error: unknown, localUrl?: string): string {
  if (!isUnanswered(error)) return error instanceof Error ? error.message : String(error);
  return localUrl === undefined
    ? 'AWS could not be reached. Is there a connection?'
    : `Nobody answers at ${localUrl}. Start the local cloud first, in another terminal: npm start`;
}

/** As `fetch` says it, Amplify, and Node of a socket. */
function isUnanswered(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return (
    error.name === 'NetworkError' ||
    error.message === 'fetch failed' ||
    code === 'ECONNREFUSED' ||
    isUnanswered(error.cause)
  );
}
