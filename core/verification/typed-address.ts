import { isDeviceAuthor } from '../api/access-policy.ts';
import type { StoredEntry } from '../entries/store/entry-store.ts';
import type { Form } from '../form/define-form.ts';
import { getOwn } from '../values/own-property.ts';

/** The address for the confirmation that was typed into an entry without an account, if its form asks for one. */
export function typedAddress(
  { access, confirmTo }: Pick<Form, 'access' | 'confirmTo'>,
  { username, answers, onHold, isAdopted }: StoredEntry,
): string | undefined {
  if (access !== 'anyone' || confirmTo === undefined || onHold || isAdopted) return undefined;
  const typed = isDeviceAuthor(username) ? getOwn(answers, confirmTo) : undefined;
  return typeof typed === 'string' ? typed : undefined;
}
