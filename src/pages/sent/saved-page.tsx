import type { MouseEvent } from 'react';
import { isInvited, type Form } from '#core/form/define-form.ts';
import { useDeps, usePerson } from '../../deps.ts';
import { isUnclaimed, type QueuedChange } from '../../outbox/changes/queued-change.ts';
import { shownStatusOf } from '../../outbox/changes/shown-status.ts';
import { requestToSend } from '../../outbox/send-request.ts';
import { entriesPath, pathTo, signInPath } from '../../page-paths.ts';
import { Link, useLocation } from '../../ui/navigation.ts';
import { useOutbox } from '../../ui/use-outbox.ts';
import { Nothing, lazyPart } from '../../ui/lazy-part.tsx';
import { PartNeedsNetwork } from '../../ui/part-needs-network.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { sent } from '../../messages/en/sent.ts';
import { useMessages } from '../../messages/locale.ts';
import { announceDiscarded } from '../entry/discards.ts';

const RetryNotice = lazyPart(
  async () => ({ default: (await import('./shown-rarely.ts')).RetryNotice }),
  { Missing: Nothing },
);
/** Only for changes that the server rejected. */
const NeedsAttention = lazyPart(
  async () => ({ default: (await import('./shown-rarely.ts')).NeedsAttention }),
  { Missing: PartNeedsNetwork },
);

type Props = {
  readonly form: Form;
  readonly change: QueuedChange;
  /** To fill in another entry, after a new one; undefined after a change, or if the form accepts no other. */
  readonly onAnother?: (() => void) | undefined;
};

/** A change that is saved here and on its way, or that the server rejected. */
export function SavedPage({ form, change, onAnother }: Props) {
  const messages = useMessages('sent', sent);
  const [path, navigate] = useLocation();
  const isSessionExpired = usePerson()?.sessionExpired ?? false;
  const status = shownStatusOf(change, isSessionExpired, useOutbox().backoff);
  const mustBeClaimed = isUnclaimed(change);
  const needsAttention = status === 'attention';
  const heading = needsAttention ? messages.statuses.attention : messages.saved;
  const title = (needsAttention ? messages.attentionTitle : messages.savedTitle)(form.title);
  // A page has only one primary button.
  const another = mustBeClaimed || needsAttention ? 'button-second' : 'button';
  return (
    <Page heading={heading} title={title} lead={form.title}>
      <OnItsWay form={form} change={change} />
      <div className="actions">
        {mustBeClaimed && (
          <Link
            className="button"
            href={signInPath(path)}
            onClick={(event: MouseEvent) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              // The request has the time of the press, and not that of drawing the link.
              event.preventDefault();
              const send = requestToSend(change);
              navigate(signInPath(path), { state: { send } });
            }}
          >
            {messages.signInToSend}
          </Link>
        )}
        {onAnother && !isInvited(form) ? (
          <button className={another} type="button" onClick={onAnother}>
            {messages.another}
          </button>
        ) : (
          <Link className={another} href={entriesPath(form.id)}>
            {messages.myEntries}
          </Link>
        )}
        <Link className="button-second" href={pathTo.outbox()}>
          {messages.outbox}
        </Link>
      </div>
    </Page>
  );
}

function OnItsWay({ form, change }: Omit<Props, 'onAnother'>) {
  const { outbox } = useDeps();
  const messages = useMessages('sent', sent);
  const { lastFlush, backoff } = useOutbox();
  const [path, navigate] = useLocation();
  const isSessionExpired = usePerson()?.sessionExpired ?? false;
  const status = shownStatusOf(change, isSessionExpired, backoff);
  // The next page announces the discard, and can undo it.
  function leave(discarded: readonly QueuedChange[]) {
    announceDiscarded(discarded);
    navigate(pathTo.outbox());
  }
  if (status === 'attention')
    return <NeedsAttention form={form} change={change} onDiscarded={leave} />;
  const tryNow = (
    <button
      className="button-quiet"
      type="button"
      onClick={() => void outbox.flush({ force: true })}
    >
      {messages.tryNow}
    </button>
  );
  if (status === 'aside')
    return (
      <output className="on-its-way">
        <Notice tone="waiting" heading={messages.statuses.aside}>
          <span>{`${messages.triedLater} `}</span>
          {tryNow}
        </Notice>
      </output>
    );
  if (status === 'saved' && lastFlush?.is === 'paused' && lastFlush.because)
    return (
      <output className="on-its-way">
        <RetryNotice lastFlush={lastFlush} />
      </output>
    );
  if (status === 'saved' && lastFlush?.is === 'paused')
    return (
      <output className="on-its-way">
        <Notice tone="waiting" heading={messages.noConnection}>
          <span>{`${messages.sentLater} `}</span>
          {tryNow}
        </Notice>
      </output>
    );
  return (
    <output className="on-its-way">
      <Notice
        tone="waiting"
        heading={status === 'saved' ? messages.statuses.sending : messages.statuses[status]}
      >
        {isUnclaimed(change) && <span>{messages.anybodyHere}</span>}
        {isSessionExpired && <Link href={signInPath(path)}>{messages.signInToSend}</Link>}
      </Notice>
    </output>
  );
}
