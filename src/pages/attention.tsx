import { Link } from 'wouter';
import type { Form } from '#core/form.ts';
import { own } from '#core/own.ts';
import { useDeps } from '../deps.ts';
import { isSettled } from '../outbox/chain.ts';
import type { Parcel } from '../outbox/parcel.ts';
import { Destructive } from '../shell/destructive.tsx';
import { Notice } from '../shell/notice.tsx';
import { sent } from '../words/en/sent.ts';
import { useWords } from '../words/speech.ts';
import { Conflict } from './conflict.tsx';
import { Download } from './download.tsx';

type Props = {
  /** Undefined when this version of the app has no such form any more. */
  readonly form: Form | undefined;
  readonly parcel: Parcel;
  readonly onDiscarded: (parcels: readonly Parcel[]) => void;
};

/** What the server would not take, why, and what its author can do about it. */
export function Attention({ form, parcel, onDiscarded }: Props) {
  const { outbox } = useDeps();
  const words = useWords('sent', sent);
  if (parcel.stand.is !== 'attention') return null;
  const { refusal } = parcel.stand;
  const discard = async () => onDiscarded(await outbox.discard(parcel));
  if (form && refusal.current && parcel.answers)
    return <Conflict {...{ form, parcel, discard }} theirs={refusal.current} />;
  const isAnew = isSettled(parcel);
  return (
    <div className="attention">
      <Notice tone="attention" heading={own(words.problems, refusal.code) ?? refusal.title}>
        {own(words.reasons, refusal.code) ?? words.nothingLost}
      </Notice>
      {refusal.complaints.length > 0 && (
        <ul className="complaints">
          {refusal.complaints.map(({ field, message }) => (
            <li key={field + message}>
              {own(form?.fields, field) && (
                <strong>{`${own(form?.fields, field)?.label}: `}</strong>
              )}
              <bdi>{own(words.complaints, message) ?? message}</bdi>
            </li>
          ))}
        </ul>
      )}
      <div className="actions">
        {form && parcel.answers && (
          <Link className="button-second" href={`/${form.id}/entries/${parcel.entry}`}>
            {words.edit}
          </Link>
        )}
        <button
          className="button-second"
          type="button"
          onClick={() => void outbox.tryAgain(parcel)}
        >
          {isAnew ? words.sendAsNew : words.tryAgain}
        </button>
        <Download parcels={[parcel]} words={words.download} />
        <Destructive words={words.discard} isUndoable onPress={() => void discard()} />
      </div>
    </div>
  );
}
