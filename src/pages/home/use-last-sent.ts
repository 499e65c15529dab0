import { useEffect, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { parseApiEntry } from '../../cloud/api/parse-api-entry.ts';
import { useDeps, usePerson } from '../../deps.ts';
import type { QueuedChange } from '../../outbox/changes/queued-change.ts';
import { useOutbox } from '../../ui/use-outbox.ts';

/**
 * `at` is ISO 8601. "never": the server's list was empty. "unknown": this device has not seen that list.
 */
export type LastSent = { readonly at: string } | 'never' | 'unknown';

/**
 * When the person last sent each form, as far as this device knows: from its delivered changes and from
 * the cached lists of "My entries". Undefined until both have been read.
 */
export function useLastSent(forms: readonly Form[]): ReadonlyMap<string, LastSent> | undefined {
  const { entryCache } = useDeps();
  const author = usePerson()?.username ?? '';
  const { changes } = useOutbox();
  const [sentTimes, setSentTimes] = useState<readonly (readonly string[] | undefined)[]>();
  useEffect(() => {
    const read = async (form: Form) => timesIn(await entryCache.read(author, { form }));
    // If the disk fails, the answer is "unknown" rather than "never".
    if (author) Promise.all(forms.map(read)).then(setSentTimes, () => undefined);
  }, [entryCache, author, forms]);
  if (!sentTimes || !changes) return undefined;
  return new Map<string, LastSent>(
    forms.map(({ id }, index) => {
      const times = sentTimes[index];
      const at = latest([...(times ?? []), ...changes.map(sentAt(id))]);
      if (at) return [id, { at }];
      return [id, times ? 'never' : 'unknown'];
    }),
  );
}

/** Undefined where no list is cached. */
function timesIn(copy: unknown): readonly string[] | undefined {
  if (!Array.isArray(copy)) return undefined;
  return copy.map((it) => parseApiEntry(it)?.createdAt ?? '');
}

const sentAt =
  (form: string) =>
  ({ form: id, kind, status }: QueuedChange) =>
    id === form && kind === 'submit' && status.is === 'delivered' ? status.at : '';

/** ISO 8601 sorts as text. */
function latest(times: readonly string[]): string {
  return times.toSorted().at(-1) ?? '';
}
