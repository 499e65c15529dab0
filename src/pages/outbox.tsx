import { useState } from 'react';
import { Link } from 'wouter';
import type { Form } from '#core/form.ts';
import { useDeps, usePerson } from '../deps.ts';
import { isOnItsWay, type Parcel } from '../outbox/parcel.ts';
import { useOutbox } from '../outbox/use-outbox.ts';
import { signInPath } from '../paths.ts';
import { Notice } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';
import { Download } from './download.tsx';
import { ParcelCard } from './parcel-card.tsx';
import { Pause } from './pause.tsx';
import { StorageNotice } from './storage-notice.tsx';
import { TakeIn } from './take-in.tsx';

/** What waits on this device, why it waits, and what was delivered last. */
export default function OutboxPage({ forms }: { readonly forms: readonly Form[] }) {
  const person = usePerson();
  return (
    <Page
      heading="Outbox"
      title="Outbox"
      lead="What you have sent and is not delivered yet. It stays on this device until it is."
    >
      {person ? (
        <Parcels key={person.username} forms={forms} isLapsed={person.lapsed ?? false} />
      ) : (
        <div className="empty">
          <p>Sign in to see what waits.</p>
          <Link className="button" href={signInPath('/outbox')}>
            Sign in
          </Link>
        </div>
      )}
    </Page>
  );
}

type ParcelsProps = { readonly forms: readonly Form[]; readonly isLapsed: boolean };

function Parcels({ forms, isLapsed }: ParcelsProps) {
  const { outbox } = useDeps();
  const { parcels, drained } = useOutbox();
  const [discarded, setDiscarded] = useState<readonly Parcel[]>([]);
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
          isLapsed={isLapsed}
          onDiscarded={setDiscarded}
        />
      ))}
    </ol>
  );
  return (
    <div className="entries">
      <output>
        {isLapsed && waiting.length > 0 ? (
          <Notice tone="waiting" heading="Sign in to send what waits">
            Your session has ended. <Link href={signInPath('/outbox')}>Sign in</Link>
          </Notice>
        ) : (
          waiting.length > 0 && <Pause drained={drained} />
        )}
        {discarded.length > 0 && (
          <Notice tone="done" heading="Discarded">
            <button
              className="button-quiet"
              type="button"
              onClick={() => {
                setDiscarded([]);
                void outbox.bringBack(discarded);
              }}
            >
              Undo
            </button>
          </Notice>
        )}
      </output>
      <StorageNotice />
      {waiting.length > 0 ? cards(waiting) : <p>Nothing waits: everything is delivered.</p>}
      <div className="actions">
        {waiting.length > 0 && (
          <>
            <button
              className="button"
              type="button"
              onClick={() => void outbox.drain({ anew: true })}
            >
              Send now
            </button>
            <Download parcels={waiting} words="Export what waits" />
          </>
        )}
        <TakeIn />
      </div>
      {delivered.length > 0 && (
        <section aria-labelledby="delivered-heading">
          <h2 id="delivered-heading" className="section-heading">
            Delivered last
          </h2>
          {cards(delivered)}
        </section>
      )}
    </div>
  );
}
