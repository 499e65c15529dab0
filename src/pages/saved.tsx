import { Link, useLocation } from 'wouter';
import type { Form } from '#core/form.ts';
import { useDeps, usePerson } from '../deps.ts';
import { nobody, type Parcel } from '../outbox/parcel.ts';
import { standingOf } from '../outbox/standing.ts';
import { useOutbox } from '../outbox/use-outbox.ts';
import { signInPath } from '../paths.ts';
import { Notice } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';
import { sent } from '../words/en/sent.ts';
import { useWords } from '../words/speech.ts';
import { Attention } from './attention.tsx';
import { noteDiscarded } from './discarded.tsx';
import { Pause } from './pause.tsx';

type Props = {
  readonly form: Form;
  readonly parcel: Parcel;
  /** To fill in another, once a new entry is sent; nothing after a change. */
  readonly onAnother?: () => void;
};

/** What is on this device, and on its way; or what the server would not take. */
export function SavedPage({ form, parcel, onAnother }: Props) {
  const words = useWords('sent', sent);
  const [path] = useLocation();
  const isLapsed = usePerson()?.lapsed ?? false;
  const standing = standingOf(parcel, isLapsed, useOutbox().queue);
  const isNobodys = parcel.author === nobody;
  const needsAttention = standing === 'attention';
  const heading = needsAttention ? words.standings.attention : words.saved;
  const title = (needsAttention ? words.attentionTitle : words.savedTitle)(form.title);
  // Only one button of a page is the next step.
  const another = isNobodys || needsAttention ? 'button-second' : 'button';
  return (
    <Page heading={heading} title={title} lead={form.title}>
      <OnItsWay form={form} parcel={parcel} />
      <div className="actions">
        {isNobodys && (
          <Link className="button" href={signInPath(path)} state={{ because: 'to-send' }}>
            {words.signInToSend}
          </Link>
        )}
        {onAnother ? (
          <button className={another} type="button" onClick={onAnother}>
            {words.another}
          </button>
        ) : (
          <Link className={another} href={`/${form.id}/entries`}>
            {words.myEntries}
          </Link>
        )}
        <Link className="button-second" href="/outbox">
          {words.outbox}
        </Link>
      </div>
    </Page>
  );
}

function OnItsWay({ form, parcel }: Omit<Props, 'onAnother'>) {
  const { outbox } = useDeps();
  const words = useWords('sent', sent);
  const { drained, queue } = useOutbox();
  const [path, navigate] = useLocation();
  const isLapsed = usePerson()?.lapsed ?? false;
  const standing = standingOf(parcel, isLapsed, queue);
  // There it is said, and can be undone.
  function leave(discarded: readonly Parcel[]) {
    noteDiscarded(discarded);
    navigate('/outbox');
  }
  if (standing === 'attention')
    return <Attention form={form} parcel={parcel} onDiscarded={leave} />;
  const tryNow = (
    <button
      className="button-quiet"
      type="button"
      onClick={() => void outbox.drain({ anew: true })}
    >
      {words.tryNow}
    </button>
  );
  if (standing === 'aside')
    return (
      <output className="on-its-way">
        <Notice tone="waiting" heading={words.standings.aside}>
          <span>{`${words.triedLater} `}</span>
          {tryNow}
        </Notice>
      </output>
    );
  if (standing === 'saved' && drained?.is === 'rest' && drained.because)
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
          {tryNow}
        </Notice>
      </output>
    );
  return (
    <output className="on-its-way">
      <Notice
        tone="waiting"
        heading={standing === 'saved' ? words.standings.sending : words.standings[standing]}
      >
        {parcel.author === nobody && <span>{words.anybodyHere}</span>}
        {isLapsed && <Link href={signInPath(path)}>{words.signInToSend}</Link>}
      </Notice>
    </output>
  );
}
