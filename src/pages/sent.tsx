import { useEffect, useEffectEvent, useState } from 'react';
import { isSensitive, type Complaint, type Form } from '#core/form.ts';
import type { Told } from '../cloud/told.ts';
import type { Filling } from '../form/filling.ts';
import type { FillingActions } from '../form/use-filling.ts';
import { isOnItsWay, type Parcel } from '../outbox/parcel.ts';
import { useOutbox } from '../outbox/use-outbox.ts';
import { NotOpened } from './not-opened.tsx';
import Receipt from './receipt.tsx';
import { SavedPage } from './saved.tsx';
import { UnclaimedPage } from './unclaimed-page.tsx';
import { useOwnEntry } from './use-own-entry.ts';

type Props = {
  readonly form: Form;
  readonly id: string;
  readonly filling: Pick<Filling, 'sending'>;
  readonly actions: Pick<FillingActions, 'beginAgain' | 'refuse'>;
};

/** What became of an entry, at an address of its own: as this device knows it, or else as the server does. */
export default function SentPage({ form, id, filling: { sending }, actions }: Props) {
  const { beginAgain, refuse } = actions;
  const { parcels, unclaimed, isUnread } = useOutbox();
  const chain = parcels?.filter((it) => it.entry === id);
  const waiting = chain?.findLast(isOnItsWay);
  const isFromHere = sending.is === 'saved' && sending.parcel === waiting?.id;
  useRefusal(isFromHere ? waiting : undefined, refuse);
  if (waiting) return <SavedPage form={form} parcel={waiting} onAnother={beginAgain} />;
  const left = unclaimed.findLast((it) => it.entry === id);
  if (left) return <UnclaimedPage form={form} parcel={left} />;
  // Of what must not lie on a device the outbox knows nothing but that it was sent.
  const known = isSensitive(form) ? undefined : toldLast(chain);
  const told = sending.is === 'delivered' && sending.entry.id === id ? sending.entry : known;
  if (told) return <Receipt form={form} entry={told} onAnother={beginAgain} />;
  if (!chain && !isUnread) return <main id="main" className="page" aria-busy="true" />;
  return <Fetched form={form} id={id} onAnother={beginAgain} />;
}

/** The server did not take what was sent from this page: it comes back, to be mended where it was typed. */
export function useRefusal(
  parcel: Parcel | undefined,
  refuse: (complaints: readonly Complaint[]) => Promise<void>,
): void {
  const complaints = complaintsAbout(parcel);
  const bringBack = useEffectEvent(refuse);
  useEffect(() => {
    if (complaints) void bringBack(complaints);
  }, [complaints]);
}

function complaintsAbout(parcel: Parcel | undefined): readonly Complaint[] | undefined {
  if (parcel?.stand.is !== 'attention') return undefined;
  const { complaints } = parcel.stand.refusal;
  return complaints.length > 0 ? complaints : undefined;
}

function toldLast(chain: readonly Parcel[] | undefined): Told | undefined {
  const last = chain?.at(-1)?.stand;
  return last?.is === 'delivered' ? last.told : undefined;
}

type FetchedProps = Pick<Props, 'form' | 'id'> & { readonly onAnother: () => void };

function Fetched(props: FetchedProps) {
  const [tries, setTries] = useState(0);
  return <FetchedOnce key={tries} {...props} onRetry={() => setTries(tries + 1)} />;
}

function FetchedOnce({ form, id, onAnother, onRetry }: FetchedProps & { onRetry: () => void }) {
  const found = useOwnEntry(form, id);
  if (!found) return <main id="main" className="page" aria-busy="true" />;
  if (!found.ok) return <NotOpened form={form} failure={found.problem} onRetry={onRetry} />;
  return <Receipt form={form} entry={found.value} onAnother={onAnother} />;
}
