import type { Session } from '../cloud/session/session.ts';

/** Milliseconds during which the first page has the network and the processor to itself. */
const delay = 1000;

type Deps = {
  readonly session: Pick<Session, 'person' | 'check'>;
  /** Whether Amplify has left tokens on this device. */
  readonly hasTokens: () => Promise<boolean>;
};

/** Checks the session, off the critical path of the first page. */
export function checkSessionLater({ session, hasTokens }: Deps): void {
  void recoverSession({ session, hasTokens }).catch(() => undefined);
  setTimeout(() => {
    // Loading Amplify verifies the record of who is signed in.
    if (session.person()) void session.check();
  }, delay);
}

/**
 * A browser that was killed may have lost the record in `localStorage` of who is signed in. The tokens
 * are in the database, and survive.
 */
async function recoverSession({ session, hasTokens }: Deps): Promise<void> {
  if (!session.person() && (await hasTokens())) await session.check();
}
