import { useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { useDeps, usePerson } from '../../deps.ts';
import type { QueuedChange } from '../../outbox/changes/queued-change.ts';
import { pathTo } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { sent } from '../../messages/en/sent.ts';
import { useMessages } from '../../messages/locale.ts';
import { AnswersView } from '../entry/answers-view.tsx';

type Props = { readonly form: Form; readonly change: QueuedChange };

/**
 * An entry saved before anybody signed in: it is sent only after somebody has seen it and says that it
 * is theirs.
 */
export function UnclaimedPage({ form, change }: Props) {
  const { outbox } = useDeps();
  const messages = useMessages('sent', sent);
  const email = usePerson()?.email ?? '';
  const [hasFailed, setHasFailed] = useState(false);
  return (
    <Page heading={messages.notSentYet} title={messages.savedTitle(form.title)} lead={form.title}>
      <output className="on-its-way">
        <Notice tone="waiting" heading={messages.filledBefore}>
          {messages.isItYours(email)}
        </Notice>
      </output>
      <AnswersView form={form} answers={change.answers ?? {}} />
      <div className="actions">
        <button
          className="button"
          type="button"
          onClick={() => void outbox.claim([change.entry]).then((it) => setHasFailed(!it.ok))}
        >
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
