import { useEffect, useState } from 'react';
import type { ListedForm } from '#core/form/listed-form.ts';
import { parseApiEntries } from '../../cloud/api/parse-api-entry.ts';
import { useDeps, usePerson } from '../../deps.ts';
import type { QueuedChange } from '../../outbox/changes/queued-change.ts';
import { useOutbox } from '../../ui/use-outbox.ts';

/** ISO 8601, by the form's id. */
export type LastSent = ReadonlyMap<string, string>;

/**
 * When the person last sent each form, as far as this device knows: from its delivered changes and from
 * the cached lists of "My entries". Without the forms of which it does not know.
 */
export function useLastSent(forms: readonly ListedForm[]): LastSent {
  const { entryCache } = useDeps();
  const author = usePerson()?.username ?? '';
  const { changes = [] } = useOutbox();
  const [sentTimes, setSentTimes] = useState<readonly (readonly string[])[]>([]);
  useEffect(() => {
    const read = async (form: ListedForm) => timesIn(await entryCache.read(author, { form }));
    if (author) Promise.all(forms.map(read)).then(setSentTimes, () => undefined);
  }, [entryCache, author, forms]);
  const known = forms.map(({ id }, index) => {
    const times = [...(sentTimes[index] ?? []), ...changes.map(sentAt(id))];
    // ISO 8601 sorts as text.
    return [id, times.toSorted().at(-1) ?? ''] as const;
  });
  return new Map(known.filter(([, at]) => at !== ''));
}

function timesIn(copy: unknown): readonly string[] {
  return parseApiEntries(copy)?.map((it) => it.createdAt) ?? [];
}

const sentAt =
  (form: string) =>
  ({ form: id, kind, status }: QueuedChange) =>
    id === form && kind === 'submit' && status.is === 'delivered' ? status.at : '';
