import { Link } from 'wouter';
import type { Form } from '#core/form.ts';
import { usePerson } from '../deps.ts';
import { isOnItsWay } from '../outbox/parcel.ts';
import { useOutbox } from '../outbox/use-outbox.ts';
import { Moment } from '../pages/moment.tsx';
import { home } from '../words/en/home.ts';
import { useWords } from '../words/speech.ts';
import type { LastSent } from './use-last-sent.ts';

type Props = {
  readonly form: Form;
  /** Nothing until this device has looked. */
  readonly lastSent: LastSent | undefined;
};

/** A form to go to; to who is signed in, also how far they have come with it. */
export function FormCard({ form, lastSent }: Props) {
  const words = useWords('home', home);
  const { id, title, introduction } = form;
  return (
    <li className="card form-card">
      <h2>
        <Link href={`/${id}`}>{title}</Link>
      </h2>
      {introduction && <p>{introduction}</p>}
      {usePerson() && (
        <dl className="facts">
          <div>
            <dt>{words.waiting}</dt>
            <dd>
              <Waiting form={id} />
            </dd>
          </div>
          <div>
            <dt>{words.lastSent}</dt>
            <dd>
              <SentLast {...{ form: id, lastSent }} />
            </dd>
          </div>
        </dl>
      )}
    </li>
  );
}

/** Something in any case, so that nothing jumps when it is known. */
function SentLast({ form, lastSent }: Pick<Props, 'lastSent'> & { readonly form: string }) {
  const words = useWords('home', home);
  if (!lastSent) return <span>…</span>;
  if (lastSent === 'never' || lastSent === 'unknown') return <span>{words[lastSent]}</span>;
  return (
    <Link href={`/${form}/entries`}>
      <Moment at={lastSent.at} only="date" />
    </Link>
  );
}

function Waiting({ form }: { readonly form: string }) {
  const words = useWords('home', home);
  const { parcels, isUnread } = useOutbox();
  const own = parcels?.filter((it) => it.form === form && isOnItsWay(it));
  if (isUnread && !own?.length) return <span>{words.unread}</span>;
  if (!own) return <span>…</span>;
  if (own.length === 0) return <span>{words.nothing}</span>;
  const refused = own.filter(({ stand }) => stand.is === 'attention').length;
  return (
    <Link href="/outbox">
      <span>{words.inOutbox(own.length)}</span>
      {refused > 0 && <span>{words.needYou(refused)}</span>}
    </Link>
  );
}
