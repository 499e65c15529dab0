import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Form } from '#core/form.ts';
import { thanksFor } from '#core/form-functions.ts';
import { shortId } from '#core/id.ts';
import { isRecord, type Told } from '../cloud/told.ts';
import { usePerson } from '../deps.ts';
import { isOnItsWay, type Parcel } from '../outbox/parcel.ts';
import { standingOf } from '../outbox/standing.ts';
import { sentPath } from '../paths.ts';
import { useOutbox } from '../outbox/use-outbox.ts';
import { entries } from '../words/en/entries.ts';
import { sent } from '../words/en/sent.ts';
import { useWords } from '../words/speech.ts';
import { AnswersView } from './answers-view.tsx';
import { EntryActions } from './entry-actions.tsx';
import { Moment } from './moment.tsx';
import type { OwnEntry } from './own-entries.ts';
import { ReceiptFacts } from './receipt-facts.tsx';
import { reportFault } from './report-fault.ts';

type Props = {
  readonly form: Form;
  readonly entry: OwnEntry;
  /** Among the withdrawn ones, and not among those that stand. */
  readonly isFromWithdrawn: boolean;
  readonly takesFocus: boolean;
  readonly onGone: (parcels: readonly Parcel[]) => void;
};

export function EntryCard({ form, entry, isFromWithdrawn, takesFocus, onGone }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const words = useWords('entries', entries);
  const { id, at, answers, formVersion, isWithdrawn, told, last } = entry;
  const wasRestored = isFromWithdrawn && last?.does === 'restore';
  return (
    <li className="card">
      <header className="card-head">
        <h2 tabIndex={-1} ref={heading}>
          <Moment at={at} />
        </h2>
        <p className="receipt-id" translate="no">
          {told ? <Link href={sentPath(form, id)}>{shortId(id)}</Link> : shortId(id)}
        </p>
      </header>
      <output className="hint">
        {isWithdrawn && (
          <span>{`${last?.does === 'erase' ? words.isErased : words.isWithdrawn} `}</span>
        )}
        {wasRestored && <span>{`${words.isRestored} `}</span>}
        <UnderWay parcel={last} />
      </output>
      {!(isWithdrawn && last?.does === 'erase') && (
        <>
          {told && <Thanks form={form} told={told} />}
          <AnswersView form={form} answers={answers} formVersion={formVersion} />
        </>
      )}
      <EntryActions {...{ form, entry, isFromWithdrawn, onGone }} />
    </li>
  );
}

/** What the server made of it: which unicorn comes. */
function Thanks({ form, told }: { readonly form: Form; readonly told: Told }) {
  const thanks = thanksFor(form, told, reportFault);
  return (
    <>
      {thanks && <p className="thanks">{thanks}</p>}
      {isRecord(told.derived) && (
        <dl className="facts">
          <ReceiptFacts form={form} facts={told.derived} />
        </dl>
      )}
    </>
  );
}

function UnderWay({ parcel }: { readonly parcel: Parcel | undefined }) {
  const { standings } = useWords('sent', sent);
  const { seeOutbox } = useWords('entries', entries);
  const { queue } = useOutbox();
  const isLapsed = usePerson()?.lapsed ?? false;
  if (!parcel || !isOnItsWay(parcel)) return null;
  return (
    <>
      <span>{`${standings[standingOf(parcel, isLapsed, queue)]}. `}</span>
      <Link href="/outbox">{seeOutbox}</Link>
    </>
  );
}
