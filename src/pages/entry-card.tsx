import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Form } from '#core/form.ts';
import { shortId } from '#core/id.ts';
import type { Told } from '../cloud/told.ts';
import { useDeps, usePerson } from '../deps.ts';
import { isOnItsWay, type Parcel } from '../outbox/parcel.ts';
import { standingOf, standingWords } from '../outbox/standing.ts';
import { AnswersView } from './answers-view.tsx';
import { Moment } from './moment.tsx';

type Props = {
  readonly form: Form;
  readonly entry: Told;
  /** What this device is about to change of it, oldest first. */
  readonly parcels: readonly Parcel[];
  readonly takesFocus: boolean;
};

export function EntryCard({ form, entry, parcels, takesFocus }: Props) {
  const { outbox } = useDeps();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const last = parcels.at(-1);
  const isWithdrawn = last?.does === 'withdraw';
  return (
    <li className="card">
      <header className="card-head">
        <h2 tabIndex={-1} ref={heading}>
          <Moment at={entry.createdAt} />
        </h2>
        <p className="receipt-id">{shortId(entry.id)}</p>
      </header>
      {isWithdrawn ? (
        <p className="hint">You have withdrawn this entry.</p>
      ) : (
        <AnswersView form={form} answers={answersAfter(entry, parcels)} />
      )}
      <ChangeUnderWay parcel={last} />
      <div className="actions">
        {isWithdrawn ? (
          <button
            className="button-second"
            type="button"
            onClick={() => void outbox.restore(form, entry)}
          >
            Undo
          </button>
        ) : (
          <>
            <Link className="button-second" href={`/${form.id}/entries/${entry.id}`}>
              Edit
            </Link>
            <button
              className="button-quiet"
              type="button"
              onClick={() => void outbox.withdraw(form, entry)}
            >
              Withdraw
            </button>
          </>
        )}
      </div>
    </li>
  );
}

function ChangeUnderWay({ parcel }: { readonly parcel: Parcel | undefined }) {
  const isLapsed = usePerson()?.lapsed ?? false;
  if (!parcel || !isOnItsWay(parcel)) return null;
  return (
    <p className="hint">
      Your change: {standingWords[standingOf(parcel, isLapsed)]}.{' '}
      <Link href="/outbox">See the outbox</Link>
    </p>
  );
}

/** As the entry will be, once everything typed here is delivered. */
function answersAfter(entry: Told, parcels: readonly Parcel[]): Told['answers'] {
  return parcels.reduce<Told['answers']>((before, { answers, stand }) => {
    if (answers) return answers;
    const told = stand.is === 'delivered' ? stand.told : undefined;
    return told && told.version > entry.version ? told.answers : before;
  }, entry.answers);
}
