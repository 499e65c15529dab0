import { useEffect, useState } from 'react';
import type { Form } from '#core/form.ts';
import { toldEntry } from '../cloud/told.ts';
import { useDeps, usePerson } from '../deps.ts';
import type { Parcel } from '../outbox/parcel.ts';
import { useOutbox } from '../outbox/use-outbox.ts';

/** ISO 8601; never, where the server's list was empty; unknown, where this device has not seen that list. */
export type LastSent = { readonly at: string } | 'never' | 'unknown';

/**
 * When the person last sent each form, as far as this device knows: from what it has delivered and from
 * what "My entries" has shown here. Nothing until both have been read.
 */
export function useLastSent(forms: readonly Form[]): ReadonlyMap<string, LastSent> | undefined {
  const { copies } = useDeps();
  const author = usePerson()?.username ?? '';
  const { parcels } = useOutbox();
  const [told, setTold] = useState<readonly (readonly string[] | undefined)[]>();
  useEffect(() => {
    const read = async (form: Form) => timesIn(await copies.read(author, { form }));
    // Where the disk does not tell, nobody knows: it is not "never".
    if (author) Promise.all(forms.map(read)).then(setTold, () => undefined);
  }, [copies, author, forms]);
  if (!told || !parcels) return undefined;
  return new Map<string, LastSent>(
    forms.map(({ id }, index) => {
      const known = told[index];
      const at = latest([...(known ?? []), ...parcels.map(sentAt(id))]);
      if (at) return [id, { at }];
      return [id, known ? 'never' : 'unknown'];
    }),
  );
}

/** Nothing where there is no copy of the list. */
function timesIn(copy: unknown): readonly string[] | undefined {
  if (!Array.isArray(copy)) return undefined;
  return copy.map((it) => toldEntry(it)?.createdAt ?? '');
}

const sentAt =
  (form: string) =>
  ({ form: id, does, stand }: Parcel) =>
    id === form && does === 'submit' && stand.is === 'delivered' ? stand.at : '';

/** ISO 8601 sorts as text. */
function latest(times: readonly string[]): string {
  return times.toSorted().at(-1) ?? '';
}
