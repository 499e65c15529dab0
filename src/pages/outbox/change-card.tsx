import type { VersionedAnswers } from '#core/form/current-answers.ts';
import type { Form } from '#core/form/define-form.ts';
import { getOwn } from '#core/values/own-property.ts';
import { entryReference } from '#core/entries/entry-reference.ts';
import { useDeps } from '../../deps.ts';
import { isOnlyHere, type QueuedChange } from '../../outbox/changes/queued-change.ts';
import { setAsideIn } from '../../outbox/changes/backoff.ts';
import { shownStatusOf, type ShownStatus } from '../../outbox/changes/shown-status.ts';
import { Link } from '../../ui/navigation.ts';
import { responsePath } from '../../ui/response-path.ts';
import { useOutbox } from '../../ui/use-outbox.ts';
import { DestructiveButton } from '../../ui/destructive-button.tsx';
import { Shape } from '../../ui/notice.tsx';
import { aboutResponsesMessages } from '../../messages/en/about-responses.ts';
import { outbox as outboxInEnglish } from '../../messages/en/outbox.ts';
import { formatTime } from '../../messages/date-format.ts';
import { sent } from '../../messages/en/sent.ts';
import { useMessages } from '../../messages/locale.ts';
import { AnswersView } from '../entry/answers-view.tsx';
import { editPathOf } from '../conflict/edit-path.ts';
import { NeedsAttention } from '../conflict/needs-attention.tsx';
import { LocalTime } from '../../ui/local-time.tsx';
import './change-card.css';

type Props = {
  readonly form: Form | undefined;
  readonly change: QueuedChange;
  readonly isSessionExpired: boolean;
  readonly onDiscarded: (changes: readonly QueuedChange[]) => void;
};

const shapes = {
  saved: 'waiting',
  sending: 'waiting',
  aside: 'attention',
  'sign-in': 'waiting',
  attention: 'attention',
  delivered: 'done',
} as const satisfies Record<ShownStatus, string>;

/** One change: what it is, its status, and what its author can do. */
export function ChangeCard({ form, change, isSessionExpired, onDiscarded }: Props) {
  const { answered, asideUntil } = useMessages('outbox', outboxInEnglish);
  const { backoff } = useOutbox();
  const aside = setAsideIn(backoff, change.id);
  const { statuses, changeKinds } = useMessages('sent', sent);
  const { kinds, reasons } = useMessages('aboutResponses', aboutResponsesMessages);
  const status = shownStatusOf(change, isSessionExpired, backoff);
  const { formVersion } = change;
  const typed = change.answers
    ? { answers: change.answers, formVersion }
    : deliveredAnswers(change);
  return (
    <li className="card" data-status={status}>
      <header className="card-head">
        <h2>{form?.title ?? change.form}</h2>
        <p className="receipt-id" translate="no">
          {entryReference(responseIn(change)?.id ?? change.entry)}
        </p>
      </header>
      <p className="change-status" data-status={status}>
        <Shape of={shapes[status]} />
        <span>
          <strong>{`${statuses[status]} `}</strong>
          <LocalTime at={change.status.is === 'delivered' ? change.status.at : change.savedAt} />
        </span>
      </p>
      <p className="hint">{{ ...changeKinds, ...kinds }[change.kind]}</p>
      <OfResponse change={change} />
      {status === 'aside' && aside && (
        <p>{asideUntil(aside.times, formatTime(aside.until ?? 0))}</p>
      )}
      {typed && (
        <details>
          <summary>{answered}</summary>
          <AnswersView form={form} {...typed} />
        </details>
      )}
      {status === 'attention' ? (
        <NeedsAttention
          {...{ form, change, onDiscarded }}
          reasons={getOwn<{ readonly [code: string]: string }>(reasons, change.kind)}
        />
      ) : (
        status !== 'delivered' && <WhileWaiting {...{ form, change, onDiscarded }} />
      )}
    </li>
  );
}

/** The response that a change is about, unless it is about an entry of one's own. */
function responseIn({ review, beside, correction }: QueuedChange) {
  return review ?? beside ?? correction;
}

/** What was said about a response, or why it is corrected. */
function OfResponse({ change }: Pick<Props, 'change'>) {
  const { reviewStates, assignTo, openResponse } = useMessages(
    'aboutResponses',
    aboutResponsesMessages,
  );
  const { form, review, beside, correction } = change;
  const response = responseIn(change);
  const comment = beside && 'text' in beside ? beside.text : undefined;
  const text = review?.note ?? comment ?? correction?.reason;
  return (
    <>
      {review && <p>{reviewStates[review.state]}</p>}
      {beside && 'to' in beside && (
        <p>
          <bdi>{assignTo(beside.to)}</bdi>
        </p>
      )}
      {text !== undefined && <p dir="auto">{text}</p>}
      {response && (
        <p>
          <Link href={responsePath(form, response)}>{openResponse}</Link>
        </p>
      )}
    </>
  );
}

/** A change that has not left can be edited or discarded; one that may have arrived can only be edited. */
function WhileWaiting({ form, change, onDiscarded }: Omit<Props, 'isSessionExpired'>) {
  const { outbox } = useDeps();
  const messages = useMessages('outbox', outboxInEnglish);
  return (
    <div className="actions">
      {form && change.answers && (
        <Link className="button-second" href={editPathOf(change)}>
          {messages.edit}
        </Link>
      )}
      {isOnlyHere(change) && (
        <DestructiveButton
          label={messages.discard}
          isUndoable
          onPress={() => void outbox.discard(change).then(onDiscarded)}
        />
      )}
    </div>
  );
}

function deliveredAnswers({ status }: QueuedChange): VersionedAnswers | undefined {
  return status.is === 'delivered' ? status.apiEntry : undefined;
}
