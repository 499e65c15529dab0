import type { Person } from '../../cloud/session/identity.ts';
import type { QueuedChange } from '../../outbox/changes/queued-change.ts';
import { toStoredChange } from '../../outbox/changes/stored-change.ts';
import type { AccountEntry } from './all-entries.ts';

type MyData = {
  readonly person: Person;
  readonly entries: readonly AccountEntry[];
  /** Changes waiting on this device. */
  readonly waiting: readonly QueuedChange[];
  /** ISO 8601. */
  readonly at: string;
};

/** Everything stored about a person, as a JSON file. */
export function myDataFile({ person, entries, waiting, at }: MyData): string {
  const { username, email } = person;
  const exportedEntries = entries.map(({ form, entry, isWithdrawn }) => ({
    form: form.id,
    title: (form.original ?? form).title,
    withdrawn: isWithdrawn,
    ...entry,
  }));
  const notDelivered = waiting.map((change) => ({ ...toStoredChange(change), stand: undefined }));
  return JSON.stringify(
    {
      formstead: 'about-me',
      at,
      account: { username, email },
      entries: exportedEntries,
      notDelivered,
    },
    null,
    2,
  );
}
