import type { Deps } from '../deps.ts';
import { isOnItsWay } from './parcel.ts';

/** Signs out, and leaves here of theirs what they have not sent, to be found when they are back. */
export async function signOut({
  session,
  outbox,
}: Pick<Deps, 'session' | 'outbox'>): Promise<void> {
  const { author, parcels } = outbox.view();
  await session.signOut(parcels?.filter(isOnItsWay).length);
  // Where that failed, they are still here.
  if (!session.person()) await outbox.forgetSent(author);
}
