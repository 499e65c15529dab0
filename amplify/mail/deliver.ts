import type { Mail, Unwritten } from '#core/confirmation.ts';
import type { StoredEntry } from '#core/entries/store.ts';
import { digest } from '../api/digest.ts';
import type { Markers } from './marker.ts';
import type { Attempt, Provider } from './provider.ts';
import type { Quota } from './quota.ts';
import type { StillThere } from './still-there.ts';

export type Letter = {
  readonly mail: Mail | Unwritten;
  readonly entry: StoredEntry;
  /** Once more, though it was refused before. */
  readonly again: boolean;
};

export type Delivery =
  | Attempt
  | { readonly is: 'done before' }
  /** Withdrawn or erased since: nothing is said about it any more. */
  | { readonly is: 'gone' }
  /** Its author's entries have brought about enough mails in that hour. */
  | { readonly is: 'withheld' };

type Deps = {
  readonly markers: Markers;
  readonly provider: Provider;
  readonly isStillThere: StillThere;
  readonly quota: Quota;
};

/**
 * One attempt at one mail, which is sent once however often this is called: what is known is not sent, and
 * what may have been taken without our hearing of it is sent under the same key. The entry is looked at
 * before each attempt, which may come hours after the first.
 */
export async function deliver(
  { markers, provider, isStillThere, quota }: Deps,
  { mail, entry, again }: Letter,
): Promise<Delivery> {
  if (!(await markers.claim(mail, entry, again))) return { is: 'done before' };
  if (!(await isStillThere(entry))) return { is: 'gone' };
  // A person who asks for it once more has counted for themselves.
  if (!again && !(await quota.allows(mail, entry))) {
    await markers.end(mail, entry, { state: 'withheld' });
    return { is: 'withheld' };
  }
  const attempt = 'isUnwritten' in mail ? unwritten : await provider.send(mail, keyOf(mail, entry));
  if (attempt.is === 'sent') await markers.end(mail, entry, { state: 'sent' });
  if (attempt.is === 'refused')
    await markers.end(mail, entry, { state: 'refused', code: attempt.code });
  return attempt;
}

/** Until the form is mended, and somebody sends it again: what a form cannot say must hold up no other. */
const unwritten: Attempt = { is: 'refused', code: 'form_failed' };

/** An id is one person's and one form's own: another's entry may have the same. */
function keyOf({ kind }: Mail, { username, form, id }: StoredEntry): string {
  const own = `created/${id}/${digest(JSON.stringify([username, form, id]))}`;
  return { confirmation: own, notice: `${own}/owners` }[kind];
}
