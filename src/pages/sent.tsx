import { useEffect, useEffectEvent } from 'react';
import { Link, useLocation } from 'wouter';
import type { Complaint, Form } from '#core/form.ts';
import { useDeps, usePerson } from '../deps.ts';
import type { Sending } from '../form/filling.ts';
import type { FillingActions } from '../form/use-filling.ts';
import type { Parcel } from '../outbox/parcel.ts';
import { standingOf } from '../outbox/standing.ts';
import { useOutbox, useParcel } from '../outbox/use-outbox.ts';
import { signInPath } from '../paths.ts';
import { Notice } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';
import { sent } from '../words/en/sent.ts';
import { useWords } from '../words/speech.ts';
import Receipt from './receipt.tsx';
import { Attention } from './attention.tsx';
import { Pause } from './pause.tsx';

type Props = {
  readonly form: Form;
  readonly sending: Extract<Sending, { is: 'saved' | 'delivered' }>;
  readonly actions: Pick<FillingActions, 'beginAgain' | 'refuse'>;
};

/** What becomes of an entry once the person has sent it. */
export default function SentPage({ form, sending, actions }: Props) {
  const { beginAgain } = actions;
  if (sending.is === 'delivered')
    return <Receipt form={form} entry={sending.entry} onAnother={beginAgain} />;
  return <SavedPage {...{ form, actions }} parcelId={sending.parcel} />;
}

type SavedProps = Omit<Props, 'sending'> & { readonly parcelId: string };

function SavedPage({ form, parcelId, actions: { beginAgain, refuse } }: SavedProps) {
  const words = useWords('sent', sent);
  const parcel = useParcel(parcelId);
  const complaints = complaintsAbout(parcel);
  const bringBack = useEffectEvent(refuse);
  useEffect(() => {
    if (complaints) void bringBack(complaints);
  }, [complaints]);
  if (parcel?.stand.is === 'delivered' && parcel.stand.told)
    return (
      <Receipt form={form} entry={parcel.stand.told} at={parcel.stand.at} onAnother={beginAgain} />
    );
  const needsAttention = parcel?.stand.is === 'attention';
  const heading = needsAttention ? words.standings.attention : words.saved;
  const title = (needsAttention ? words.attentionTitle : words.savedTitle)(form.title);
  return (
    <Page heading={heading} title={title} lead={form.title}>
      {parcel && <OnItsWay form={form} parcel={parcel} />}
      <div className="actions">
        {/* Only one button of a page is the next step. */}
        <button
          className={needsAttention ? 'button-second' : 'button'}
          type="button"
          onClick={beginAgain}
        >
          {words.another}
        </button>
        <Link className="button-second" href="/outbox">
          {words.outbox}
        </Link>
      </div>
    </Page>
  );
}

function complaintsAbout(parcel: Parcel | undefined): readonly Complaint[] | undefined {
  if (parcel?.stand.is !== 'attention') return undefined;
  const { complaints } = parcel.stand.refusal;
  return complaints.length > 0 ? complaints : undefined;
}

function OnItsWay({ form, parcel }: { readonly form: Form; readonly parcel: Parcel }) {
  const { outbox } = useDeps();
  const words = useWords('sent', sent);
  const { drained } = useOutbox();
  const [path, navigate] = useLocation();
  const isLapsed = usePerson()?.lapsed ?? false;
  const standing = standingOf(parcel, isLapsed);
  if (standing === 'attention')
    return <Attention form={form} parcel={parcel} onDiscarded={() => navigate('/outbox')} />;
  if (standing === 'saved' && drained?.is === 'rest' && 'because' in drained)
    return (
      <output className="on-its-way">
        <Pause drained={drained} />
      </output>
    );
  if (standing === 'saved' && drained?.is === 'rest')
    return (
      <output className="on-its-way">
        <Notice tone="waiting" heading={words.noConnection}>
          <span>{`${words.sentLater} `}</span>
          <button
            className="button-quiet"
            type="button"
            onClick={() => void outbox.drain({ anew: true })}
          >
            {words.tryNow}
          </button>
        </Notice>
      </output>
    );
  return (
    <output className="on-its-way">
      <Notice
        tone="waiting"
        heading={standing === 'saved' ? words.standings.sending : words.standings[standing]}
      >
        {standing === 'sign-in' && <Link href={signInPath(path)}>{words.signInToSend}</Link>}
      </Notice>
    </output>
  );
}
