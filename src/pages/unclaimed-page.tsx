import { useState } from 'react';
import { Link } from 'wouter';
import type { Form } from '#core/form.ts';
import { useDeps, usePerson } from '../deps.ts';
import type { Parcel } from '../outbox/parcel.ts';
import { Notice } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';
import { sent } from '../words/en/sent.ts';
import { useWords } from '../words/speech.ts';
import { AnswersView } from './answers-view.tsx';

type Props = { readonly form: Form; readonly parcel: Parcel };

/** An entry from before anybody had signed in: nobody sends it but who has seen it and says that it is theirs. */
export function UnclaimedPage({ form, parcel }: Props) {
  const { outbox } = useDeps();
  const words = useWords('sent', sent);
  const email = usePerson()?.email ?? '';
  const [hasFailed, setHasFailed] = useState(false);
  return (
    <Page heading={words.notSentYet} title={words.savedTitle(form.title)} lead={form.title}>
      <output className="on-its-way">
        <Notice tone="waiting" heading={words.filledBefore}>
          {words.isItYours(email)}
        </Notice>
      </output>
      <AnswersView form={form} answers={parcel.answers ?? {}} />
      <div className="actions">
        <button
          className="button"
          type="button"
          onClick={() => void outbox.claim([parcel.entry]).then((it) => setHasFailed(!it.ok))}
        >
          {words.sendAs(email)}
        </button>
        <Link className="button-second" href="/outbox">
          {words.leaveForNow}
        </Link>
      </div>
      <output>{hasFailed && <span>{words.notClaimed}</span>}</output>
    </Page>
  );
}
