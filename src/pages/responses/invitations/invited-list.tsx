import { useEffect, useRef, useState } from 'react';
import type { InvitedState, ListedInvited } from '#core/invitations/list-invited.ts';
import { invitationsMessages } from '../../../messages/en/invitations.ts';
import { useMessages } from '../../../messages/locale.ts';
import { batchSize, type InvitationsApi, type InvitedPage } from './invitations-api.ts';
import { InvitedTable, whoIs } from './invited-table.tsx';

const shownStates = ['answered', 'open', 'expired', 'revoked'] as const satisfies InvitedState[];

type Props = { readonly api: InvitationsApi };

/** Who was invited, who has answered, and a mail to those who have not. */
export function InvitedList({ api }: Props) {
  const messages = useMessages('invitations', invitationsMessages);
  const [page, setPage] = useState<InvitedPage>();
  const [state, setState] = useState<'ready' | 'working' | 'not-loaded'>('working');
  const [result, setResult] = useState('');
  const invited = page?.invited ?? [];
  const waiting = invited.filter((it) => it.state === 'open' && it.email !== undefined);

  async function load(before?: InvitedPage) {
    const loaded = await api.list(before?.cursor);
    setState(loaded.ok ? 'ready' : 'not-loaded');
    if (!loaded.ok) return;
    const { value } = loaded;
    setPage({ ...value, invited: [...(before?.invited ?? []), ...value.invited] });
  }
  const loadMore = () => {
    setState('working');
    return load(page);
  };
  const first = useRef(load);
  useEffect(() => void first.current(), []);

  async function mail() {
    setState('working');
    const counts = { mailed: 0, today: 0, tooMany: 0 };
    for (let at = 0; at < waiting.length; at += batchSize) {
      const some = waiting.slice(at, at + batchSize).map(({ position }) => position);
      const sent = await api.mail(some);
      if (!sent.ok) {
        setState('ready');
        return setResult(messages.notMailed(counts.mailed));
      }
      counts.mailed += sent.value.mailed;
      counts.today += sent.value.today;
      counts.tooMany += sent.value.tooMany;
    }
    setResult(
      [
        messages.mailed(counts.mailed),
        counts.today > 0 && messages.hadOneToday(counts.today),
        counts.tooMany > 0 && messages.tooMany(counts.tooMany),
      ]
        .filter(Boolean)
        .join(' '),
    );
    await load();
  }

  async function setRevoked(it: ListedInvited, revoked: boolean) {
    // A button that is disabled would lose the focus.
    if (!page || state === 'working') return;
    setState('working');
    const set = await api.setRevoked(it.position, revoked);
    if (set.ok) {
      const after = { ...it, state: set.value };
      setPage({ ...page, invited: invited.map((each) => (each === it ? after : each)) });
    }
    setState('ready');
    const isUsed =
      !set.ok && set.problem.is === 'refused' && set.problem.code === 'invitation_used';
    if (set.ok) setResult((revoked ? messages.revoked : messages.allowed)(whoIs(it)));
    else setResult(isUsed ? messages.usedMeanwhile(whoIs(it)) : messages.notSet);
    if (isUsed) await load();
  }

  if (page && invited.length === 0) return <p>{messages.nobodyYet}</p>;
  const isWorking = state === 'working';
  const countOf = (wanted: InvitedState) => invited.filter((it) => it.state === wanted).length;
  return (
    <section>
      <h2 className="section-heading">{messages.invited}</h2>
      {page && (
        <p>
          {shownStates
            .filter((it) => it !== 'revoked' || countOf(it) > 0)
            .map((it) => messages.count[it](countOf(it)))
            .join(' · ')}
        </p>
      )}
      {state === 'not-loaded' && (
        <div role="alert">
          <p>{messages.notLoaded}</p>
          <button className="button-second" type="button" onClick={() => void loadMore()}>
            {messages.tryAgain}
          </button>
        </div>
      )}
      {waiting.length > 0 && (
        <>
          <p className="hint">{messages.aboutMail}</p>
          <button
            className="button-second"
            type="button"
            disabled={isWorking}
            onClick={() => void mail()}
          >
            {messages.mail(waiting.length)}
          </button>
        </>
      )}
      <output>{result}</output>
      {page && (
        <InvitedTable invited={invited} onSet={(it, revoked) => void setRevoked(it, revoked)} />
      )}
      {page?.cursor !== undefined && (
        <button
          className="button-second"
          type="button"
          disabled={isWorking}
          onClick={() => void loadMore()}
        >
          {messages.showMore}
        </button>
      )}
    </section>
  );
}
