import type { Mail } from '#core/confirmation.ts';
import type { Entry } from '#core/entry.ts';
import type { Markers } from './marker.ts';
import type { Attempt, Provider } from './provider.ts';

export type Letter = {
  readonly mail: Mail;
  readonly entry: Entry;
  /** Once more, though it was refused before. */
  readonly again: boolean;
};

export type Delivery = Attempt | { readonly is: 'done before' };

type Deps = { readonly markers: Markers; readonly provider: Provider };

/**
 * One attempt at one mail, which is sent once however often this is called: what is known is not sent, and
 * what may have been taken without our hearing of it is sent under the same key.
 */
export async function deliver(
  { markers, provider }: Deps,
  { mail, entry, again }: Letter,
): Promise<Delivery> {
  if (!(await markers.claim(mail, entry, again))) return { is: 'done before' };
  const attempt = await provider.send(mail, keyOf(mail, entry));
  if (attempt.is === 'sent') await markers.end(mail, entry, { state: 'sent' });
  if (attempt.is === 'refused')
    await markers.end(mail, entry, { state: 'refused', code: attempt.code });
  return attempt;
}

function keyOf({ kind }: Mail, { id }: Entry): string {
  return { confirmation: `created/${id}`, notice: `created/${id}/owners` }[kind];
}
