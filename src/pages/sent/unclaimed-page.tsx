import { useEffect, useEffectEvent, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { useDeps, usePerson } from '../../deps.ts';
import type { QueuedChange } from '../../outbox/changes/queued-change.ts';
import { isRequested } from '../../outbox/send-request.ts';
import { pathTo } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { Notice } from '../../ui/notice.tsx';
import { LoadingPage, Page } from '../../ui/page.tsx';
import { sent } from '../../messages/en/sent.ts';
import { useMessages } from '../../messages/locale.ts';
import { AnswersView } from '../entry/answers-view.tsx';

type Props = {
  readonly form: Form;
  readonly change: QueuedChange;
  /** A `SendRequest` from before the person signed in. */
  readonly request: unknown;
};

/**
 * An entry saved before anybody signed in. It is sent by itself if signing in was for that; otherwise only
 * after somebody has seen it and says that it is theirs.
 */
export function UnclaimedPage({ form, change, request }: Props) {
  const { outbox } = useDeps();
  const messages = useMessages('sent', sent);
  const email = usePerson()?.email ?? '';
  const [hasFailed, setHasFailed] = useState(false);
  const [isSentByItself] = useState(() => isRequested(change, request));
  const claim = () =>
    void outbox.claim([change.entry]).then((claimed) => setHasFailed(!claimed.ok));
  const claimOnArrival = useEffectEvent(claim);
  useEffect(() => {
    if (isSentByItself) claimOnArrival();
  }, [isSentByItself]);
  if (isSentByItself && !hasFailed) return <LoadingPage />;
  return (
    <Page heading={messages.notSentYet} title={messages.savedTitle(form.title)} lead={form.title}>
      <output className="on-its-way">
        <Notice tone="waiting" heading={messages.filledBefore}>
          {messages.isItYours(email)}
        </Notice>
      </output>
      <AnswersView form={form} answers={change.answers ?? {}} />
      <div className="actions">
        <button className="button" type="button" onClick={claim}>
          {messages.sendAs(email)}
        </button>
        <Link className="button-second" href={pathTo.outbox()}>
          {messages.leaveForNow}
        </Link>
      </div>
      <output>{hasFailed && <span>{messages.notClaimed}</span>}</output>
    </Page>
  );
}
