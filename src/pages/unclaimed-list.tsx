import { useState } from 'react';
import type { Form } from '#core/form.ts';
import { useDeps, usePerson } from '../deps.ts';
import type { Parcel } from '../outbox/parcel.ts';
import { Destructive } from '../shell/destructive.tsx';
import { outbox as outboxInEnglish } from '../words/en/outbox.ts';
import { sent } from '../words/en/sent.ts';
import { useWords } from '../words/speech.ts';
import { AnswersView } from './answers-view.tsx';
import { Moment } from './moment.tsx';

type Props = {
  readonly forms: readonly Form[];
  readonly parcels: readonly Parcel[];
  readonly onDiscarded: (parcels: readonly Parcel[]) => void;
};

/** What was filled in here before anybody had signed in: with its answers, so that nobody sends another's unseen. */
export function UnclaimedList({ forms, parcels, onDiscarded }: Props) {
  const { outbox } = useDeps();
  const words = useWords('outbox', outboxInEnglish);
  const { sendAs, notClaimed } = useWords('sent', sent);
  const email = usePerson()?.email ?? '';
  const [hasFailed, setHasFailed] = useState(false);
  const claim = (some: readonly Parcel[]) =>
    void outbox.claim(some.map((it) => it.entry)).then((it) => setHasFailed(!it.ok));
  if (parcels.length === 0) return null;
  return (
    <section aria-labelledby="unclaimed-heading">
      <h2 id="unclaimed-heading" className="section-heading">
        {words.unclaimedHeading}
      </h2>
      <p>{words.unclaimedLead(email)}</p>
      <ol className="cards">
        {parcels.map((parcel) => {
          const form = forms.find(({ id }) => id === parcel.form);
          return (
            <li key={parcel.id} className="card">
              <header className="card-head">
                <h3>{form?.title ?? parcel.form}</h3>
                <p className="hint">
                  <Moment at={parcel.savedAt} />
                </p>
              </header>
              <AnswersView form={form} answers={parcel.answers ?? {}} />
              <div className="actions">
                <button className="button-second" type="button" onClick={() => claim([parcel])}>
                  {sendAs(email)}
                </button>
                <Destructive
                  words={words.discard}
                  isUndoable
                  onPress={() => void outbox.discard(parcel).then(onDiscarded)}
                />
              </div>
            </li>
          );
        })}
      </ol>
      {parcels.length > 1 && (
        <div className="actions">
          <button className="button" type="button" onClick={() => claim(parcels)}>
            {words.sendAllAs(parcels.length, email)}
          </button>
        </div>
      )}
      <output>{hasFailed && <span>{notClaimed}</span>}</output>
    </section>
  );
}
