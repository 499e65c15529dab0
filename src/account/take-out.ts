import type { Person } from '../cloud/identity.ts';
import type { Parcel } from '../outbox/parcel.ts';
import type { Own } from './all-entries.ts';

type Everything = {
  readonly person: Person;
  readonly entries: readonly Own[];
  /** What waits on this device. */
  readonly waiting: readonly Parcel[];
  /** ISO 8601. */
  readonly at: string;
};

/** All there is about a person, as a file that people and programs can read. */
export function takeOut({ person, entries, waiting, at }: Everything): string {
  const { username, email } = person;
  const told = entries.map(({ form, entry, isWithdrawn }) => ({
    form: form.id,
    title: (form.original ?? form).title,
    withdrawn: isWithdrawn,
    ...entry,
  }));
  const notDelivered = waiting.map((parcel) => ({ ...parcel, stand: undefined }));
  return JSON.stringify(
    { formstead: 'about-me', at, account: { username, email }, entries: told, notDelivered },
    null,
    2,
  );
}
