import type { Person } from './identity.ts';

/** A person as `localStorage` has them: with the property name of the first version of the app. */
type StoredPerson = Omit<Person, 'sessionExpired'> & { readonly lapsed?: true };

export function toStoredPerson({ sessionExpired, ...person }: Person): string {
  const stored: StoredPerson = { ...person, ...(sessionExpired && { lapsed: true }) };
  return JSON.stringify(stored);
}

/** Nobody, where the text is not a person. */
export function fromStoredPerson(text: string | null): Person | undefined {
  try {
    const stored = JSON.parse(text ?? '{}') as Partial<StoredPerson>;
    const { username, email, isOwner, lapsed: hasExpired } = stored;
    if (typeof username !== 'string' || typeof email !== 'string') return undefined;
    return {
      username,
      email,
      ...(isOwner && { isOwner }),
      ...(hasExpired && { sessionExpired: true }),
    };
  } catch {
    return undefined;
  }
}
