import type { Session } from '../cloud/session.ts';

/** Milliseconds in which the first page has the network and the processor for itself. */
const politeness = 1000;

type Deps = {
  readonly session: Pick<Session, 'person' | 'check'>;
  /** Whether Amplify has left any on this device. */
  readonly hasTokens: () => Promise<boolean>;
};

/** What the first page does not wait for. */
export function prepareLater({ session, hasTokens }: Deps): void {
  void recall({ session, hasTokens }).catch(() => undefined);
  setTimeout(() => {
    // Once Amplify is there, the record of who is signed in is checked.
    if (session.person()) void session.check();
  }, politeness);
}

/**
 * A browser that is killed may not have written the record of who is signed in, which lies in
 * `localStorage`; the tokens it has, for those are in the database.
 */
async function recall({ session, hasTokens }: Deps): Promise<void> {
  if (!session.person() && (await hasTokens())) await session.check();
}
