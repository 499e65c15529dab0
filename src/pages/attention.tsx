import { Link } from 'wouter';
import type { Form } from '#core/form.ts';
import { useDeps } from '../deps.ts';
import { isSettled } from '../outbox/chain.ts';
import type { Parcel } from '../outbox/parcel.ts';
import { Notice } from '../shell/notice.tsx';
import { Conflict } from './conflict.tsx';
import { Download } from './download.tsx';

type Props = {
  /** Undefined when this version of the app has no such form any more. */
  readonly form: Form | undefined;
  readonly parcel: Parcel;
  readonly onDiscarded?: (parcels: readonly Parcel[]) => void;
};

/** What the server would not take, why, and what its author can do about it. */
export function Attention({ form, parcel, onDiscarded }: Props) {
  const { outbox } = useDeps();
  if (parcel.stand.is !== 'attention') return null;
  const { refusal } = parcel.stand;
  const discard = async () => onDiscarded?.(await outbox.discard(parcel));
  if (form && refusal.current && parcel.answers)
    return <Conflict {...{ form, parcel, discard }} theirs={refusal.current} />;
  const isAnew = isSettled(parcel);
  return (
    <div className="attention">
      <Notice tone="attention" heading={refusal.title}>
        {reasons[refusal.code] ?? 'Nothing is lost: it stays here until you decide.'}
      </Notice>
      {refusal.complaints.length > 0 && (
        <ul className="complaints">
          {refusal.complaints.map(({ field, message }) => (
            <li key={field + message}>
              {form?.fields[field] && <strong>{form.fields[field].label}: </strong>}
              {message}
            </li>
          ))}
        </ul>
      )}
      <div className="actions">
        {form && parcel.answers && (
          <Link className="button-second" href={`/${form.id}/entries/${parcel.entry}`}>
            Edit
          </Link>
        )}
        <button
          className="button-second"
          type="button"
          onClick={() => void outbox.tryAgain(parcel)}
        >
          {isAnew ? 'Send as a new entry' : 'Try again'}
        </button>
        <Download parcels={[parcel]} words="Download" />
        <button className="button-quiet" type="button" onClick={() => void discard()}>
          Discard
        </button>
      </div>
    </div>
  );
}

const reasons: { readonly [code: string]: string } = {
  invalid: 'Mend what is named here, and it is sent.',
  gone: 'That was here or on another device. Your answers can go as a new entry.',
  not_found: 'It was erased, here or on another device.',
  idempotency_key_reused:
    'This entry was delivered before, with other answers. Those stay as they are.',
  form_version_unknown: 'The server is older than this app. It will catch up: try again later.',
};
