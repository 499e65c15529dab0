import { Link } from 'wouter';
import type { Given } from '#core/entries/understood.ts';
import type { Form } from '#core/form.ts';
import { shortId } from '#core/id.ts';
import { useDeps } from '../deps.ts';
import { isHereOnly, type Parcel } from '../outbox/parcel.ts';
import { asideIn } from '../outbox/queue.ts';
import { standingOf, type Standing } from '../outbox/standing.ts';
import { useOutbox } from '../outbox/use-outbox.ts';
import { Destructive } from '../shell/destructive.tsx';
import { Shape } from '../shell/notice.tsx';
import { outbox as outboxInEnglish } from '../words/en/outbox.ts';
import { timeInWords } from '../words/moments.ts';
import { sent } from '../words/en/sent.ts';
import { useWords } from '../words/speech.ts';
import { AnswersView } from './answers-view.tsx';
import { Attention } from './attention.tsx';
import { Moment } from './moment.tsx';

type Props = {
  readonly form: Form | undefined;
  readonly parcel: Parcel;
  readonly isLapsed: boolean;
  readonly onDiscarded: (parcels: readonly Parcel[]) => void;
};

const shapes = {
  saved: 'waiting',
  sending: 'waiting',
  aside: 'attention',
  'sign-in': 'waiting',
  attention: 'attention',
  delivered: 'done',
} as const satisfies Record<Standing, string>;

/** One parcel: what it is, where it is, and what its author can do. */
export function ParcelCard({ form, parcel, isLapsed, onDiscarded }: Props) {
  const { answered, asideUntil } = useWords('outbox', outboxInEnglish);
  const { queue } = useOutbox();
  const aside = asideIn(queue, parcel.id);
  const { standings, deeds } = useWords('sent', sent);
  const standing = standingOf(parcel, isLapsed, queue);
  const { formVersion } = parcel;
  const given = parcel.answers ? { answers: parcel.answers, formVersion } : toldIn(parcel);
  return (
    <li className="card" data-standing={standing}>
      <header className="card-head">
        <h2>{form?.title ?? parcel.form}</h2>
        <p className="receipt-id" translate="no">
          {shortId(parcel.entry)}
        </p>
      </header>
      <p className="standing" data-standing={standing}>
        <Shape of={shapes[standing]} />
        <span>
          <strong>{`${standings[standing]} `}</strong>
          <Moment at={parcel.stand.is === 'delivered' ? parcel.stand.at : parcel.savedAt} />
        </span>
      </p>
      <p className="hint">{deeds[parcel.does]}</p>
      {standing === 'aside' && aside && (
        <p>{asideUntil(aside.times, timeInWords(aside.until ?? 0))}</p>
      )}
      {given && (
        <details>
          <summary>{answered}</summary>
          <AnswersView form={form} {...given} />
        </details>
      )}
      {standing === 'attention' ? (
        <Attention form={form} parcel={parcel} onDiscarded={onDiscarded} />
      ) : (
        standing !== 'delivered' && <WhileWaiting {...{ form, parcel, onDiscarded }} />
      )}
    </li>
  );
}

/** Until it leaves, it can still be changed or taken back; once it may have arrived, it can be changed. */
function WhileWaiting({ form, parcel, onDiscarded }: Omit<Props, 'isLapsed'>) {
  const { outbox } = useDeps();
  const words = useWords('outbox', outboxInEnglish);
  return (
    <div className="actions">
      {form && parcel.answers && (
        <Link className="button-second" href={`/${form.id}/entries/${parcel.entry}`}>
          {words.edit}
        </Link>
      )}
      {isHereOnly(parcel) && (
        <Destructive
          words={words.discard}
          isUndoable
          onPress={() => void outbox.discard(parcel).then(onDiscarded)}
        />
      )}
    </div>
  );
}

function toldIn({ stand }: Parcel): Given | undefined {
  return stand.is === 'delivered' ? stand.told : undefined;
}
