import { useEffect, useState } from 'react';
import type { Form } from '#core/form.ts';
import { toldEntry } from '../cloud/told.ts';
import { useDeps, usePerson } from '../deps.ts';
import type { Parcel } from '../outbox/parcel.ts';
import { useOutbox } from '../outbox/use-outbox.ts';

/**
 * When the person last sent each form, by form, `''` for never: as far as this device knows, from what
 * it has delivered and from what "My entries" has shown here. Nothing until both have been read.
 */
export function useLastSent(forms: readonly Form[]): ReadonlyMap<string, string> | undefined {
  const { copies } = useDeps();
  const author = usePerson()?.username ?? '';
  const { parcels } = useOutbox();
  const [told, setTold] = useState<readonly (readonly string[])[]>();
  useEffect(() => {
    const read = async (form: Form) => timesIn(await copies.read(author, { form }));
    // Where the disk does not tell, nobody knows: it is not "never".
    if (author) Promise.all(forms.map(read)).then(setTold, () => undefined);
  }, [copies, author, forms]);
  if (!told || !parcels) return undefined;
  return new Map(
    forms.map(({ id }, at) => [id, latest([...(told[at] ?? []), ...parcels.map(sentAt(id))])]),
  );
}

function timesIn(copy: unknown): readonly string[] {
  return Array.isArray(copy) ? copy.map((it) => toldEntry(it)?.createdAt ?? '') : [];
}

const sentAt =
  (form: string) =>
  ({ form: id, does, stand }: Parcel) =>
    id === form && does === 'submit' && stand.is === 'delivered' ? stand.at : '';

/** ISO 8601 sorts as text. */
function latest(times: readonly string[]): string {
  return times.toSorted().at(-1) ?? '';
}
