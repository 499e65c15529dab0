import { Link } from 'wouter';
import type { Form } from '#core/form.ts';
import { useDeps, usePerson } from '../deps.ts';
import { isOnItsWay, type Parcel } from '../outbox/parcel.ts';
import { useOutbox, useWaiting } from '../outbox/use-outbox.ts';
import { signInPath } from '../paths.ts';
import { Notice } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';
import { StorageSilent } from '../shell/storage-silent.tsx';
import { outbox as outboxInEnglish } from '../words/en/outbox.ts';
import { useWords } from '../words/speech.ts';
import { Discarded, noteDiscarded } from './discarded.tsx';
import { Download } from './download.tsx';
import { ParcelCard } from './parcel-card.tsx';
import { Pause } from './pause.tsx';
import { StorageNotice } from './storage-notice.tsx';
import { TakeIn } from './take-in.tsx';
import { UnclaimedList } from './unclaimed-list.tsx';

/** What waits on this device, why it waits, and what was delivered last. */
export default function OutboxPage({ forms }: { readonly forms: readonly Form[] }) {
  const person = usePerson();
  const waiting = useWaiting();
  const words = useWords('outbox', outboxInEnglish);
  return (
    <Page heading={words.heading} title={words.heading} lead={words.lead}>
      {person || waiting > 0 ? (
        <Parcels
          key={person?.username}
          forms={forms}
          mustSignIn={person ? (person.lapsed ?? false) : true}
          isNobody={!person}
        />
      ) : (
        <div className="empty">
          <p>{words.signInToSee}</p>
          <Link className="button" href={signInPath('/outbox')}>
            {words.signIn}
          </Link>
        </div>
      )}
    </Page>
  );
}

type ParcelsProps = {
  readonly forms: readonly Form[];
  /** Nothing leaves before somebody does. */
  readonly mustSignIn: boolean;
  readonly isNobody: boolean;
};

function Parcels({ forms, mustSignIn, isNobody }: ParcelsProps) {
  const { outbox } = useDeps();
  const { parcels, unclaimed, drained, isUnread } = useOutbox();
  const words = useWords('outbox', outboxInEnglish);
  if (!parcels && isUnread)
    return (
      <output className="entries">
        <StorageSilent />
      </output>
    );
  if (!parcels) return <div className="entries" aria-busy="true" />;
  const waiting = parcels.filter(isOnItsWay);
  const delivered = parcels.filter((it) => !isOnItsWay(it)).toReversed();
  const cards = (some: readonly Parcel[]) => (
    <ol className="cards">
      {some.map((parcel) => (
        <ParcelCard
          key={parcel.id}
          form={forms.find(({ id }) => id === parcel.form)}
          parcel={parcel}
          isLapsed={mustSignIn}
          onDiscarded={noteDiscarded}
        />
      ))}
    </ol>
  );
  return (
    <div className="entries">
      <output>
        {mustSignIn && waiting.length > 0 ? (
          <Notice tone="waiting" heading={words.signInToSend}>
            <span>{`${isNobody ? words.signInAs : words.sessionEnded} `}</span>
            <Link href={signInPath('/outbox')}>{words.signIn}</Link>
          </Notice>
        ) : (
          waiting.length > 0 && !isUnread && <Pause drained={drained} />
        )}
        {isUnread && <StorageSilent />}
        <Discarded />
      </output>
      <StorageNotice />
      <UnclaimedList {...{ forms }} parcels={unclaimed} onDiscarded={noteDiscarded} />
      {waiting.length > 0 && cards(waiting)}
      {waiting.length === 0 && unclaimed.length === 0 && !isUnread && <p>{words.nothingWaits}</p>}
      <div className="actions">
        {waiting.length > 0 && (
          <>
            {!isNobody && (
              <button
                className="button"
                type="button"
                onClick={() => void outbox.drain({ anew: true })}
              >
                {words.sendNow}
              </button>
            )}
            <Download parcels={waiting} words={words.export} />
          </>
        )}
        <TakeIn />
      </div>
      {delivered.length > 0 && (
        <section aria-labelledby="delivered-heading">
          <h2 id="delivered-heading" className="section-heading">
            {words.deliveredLast}
          </h2>
          {cards(delivered)}
        </section>
      )}
    </div>
  );
}
