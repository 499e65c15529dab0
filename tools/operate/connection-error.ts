/**
 * The message for a failure. Clients report a failed connection without the address and without advice, so
 * this adds both.
 * @param localUrl the address, if it is the cloud on this machine
 */
export function failureText(error: unknown, localUrl?: string): string {
  if (!isConnectionError(error)) return error instanceof Error ? error.message : String(error);
  return localUrl === undefined
    ? 'Could not reach AWS. Check your connection.'
    : `Nothing is running at ${localUrl}. In another terminal, run: npm start`;
}

/** The errors of `fetch`, of Amplify, and of Node's sockets. */
function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return (
    error.name === 'NetworkError' ||
    error.message === 'fetch failed' ||
    code === 'ECONNREFUSED' ||
    isConnectionError(error.cause)
  );
}
