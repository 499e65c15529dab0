import { useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { useDeps, usePerson } from '../../deps.ts';
import type { QueuedChange } from '../../outbox/changes/queued-change.ts';
import { DestructiveButton } from '../../ui/destructive-button.tsx';
import { outbox as outboxInEnglish } from '../../messages/en/outbox.ts';
import { sent } from '../../messages/en/sent.ts';
import { useMessages } from '../../messages/locale.ts';
import { AnswersView } from '../entry/answers-view.tsx';
import { LocalTime } from '../../ui/local-time.tsx';

type Props = {
  readonly forms: ReadonlyMap<string, Form | undefined>;
  readonly changes: readonly QueuedChange[];
  readonly onDiscarded: (changes: readonly QueuedChange[]) => void;
};

/**
 * Entries saved here before anybody signed in, shown with their answers, so that nobody sends another
 * person's entry unseen.
 */
export function UnclaimedList({ forms, changes, onDiscarded }: Props) {
  const { outbox } = useDeps();
  const messages = useMessages('outbox', outboxInEnglish);
  const { sendAs, notClaimed } = useMessages('sent', sent);
  const email = usePerson()?.email ?? '';
  const [hasFailed, setHasFailed] = useState(false);
  const claim = (some: readonly QueuedChange[]) =>
    void outbox.claim(some.map((it) => it.entry)).then((it) => setHasFailed(!it.ok));
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="unclaimed-heading">
      <h2 id="unclaimed-heading" className="section-heading">
        {messages.unclaimedHeading}
      </h2>
      <p>{messages.unclaimedLead(email)}</p>
      <ol className="cards">
        {changes.map((change) => {
          const form = forms.get(change.form);
          return (
            <li key={change.id} className="card">
              <header className="card-head">
                <h3>{form?.title ?? change.form}</h3>
                <p className="hint">
                  <LocalTime at={change.savedAt} />
                </p>
              </header>
              <AnswersView form={form} answers={change.answers ?? {}} />
              <div className="actions">
                <button className="button-second" type="button" onClick={() => claim([change])}>
                  {sendAs(email)}
                </button>
                <DestructiveButton
                  label={messages.discard}
                  isUndoable
                  onPress={() => void outbox.discard(change).then(onDiscarded)}
                />
              </div>
            </li>
          );
        })}
      </ol>
      {changes.length > 1 && (
        <div className="actions">
          <button className="button" type="button" onClick={() => claim(changes)}>
            {messages.sendAllAs(changes.length, email)}
          </button>
        </div>
      )}
      <output>{hasFailed && <span>{notClaimed}</span>}</output>
    </section>
  );
}
