import type { Session } from '../cloud/session/session.ts';
import { isUndelivered } from './changes/queued-change.ts';
import type { Outbox } from './outbox.ts';
import { removeExports } from './remove-exports.ts';

type Deps = { readonly session: Session; readonly outbox: Outbox };

/** Signs out, and keeps what they have not sent on this device until they are back. */
export async function signOut({ session, outbox }: Deps): Promise<void> {
  const { author, changes } = outbox.view();
  await session.signOut(changes?.filter(isUndelivered).length);
  // If signing out failed, they are still signed in.
  if (session.person()) return;
  await outbox.forgetSent(author);
  await removeExports();
}
