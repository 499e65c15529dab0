import { useEffect, useRef, useState } from 'react';
import type { ListedInvited } from '#core/invitations/list-invited.ts';
import { formatDate } from '../../../messages/date-format.ts';
import { invitationsMessages } from '../../../messages/en/invitations.ts';
import { useMessages } from '../../../messages/locale.ts';
import '../../../ui/data-table.css';
import { batchSize, type InvitationsApi, type InvitedPage } from './invitations-api.ts';

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

  if (page && invited.length === 0) return <p>{messages.nobodyYet}</p>;
  const isWorking = state === 'working';
  const countOf = (wanted: ListedInvited['state']) =>
    invited.filter((it) => it.state === wanted).length;
  return (
    <section>
      <h2 className="section-heading">{messages.invited}</h2>
      {page && (
        <p>
          {(['answered', 'open', 'expired'] as const)
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
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- whoever has no mouse scrolls it
        <section className="table-frame" aria-label={messages.invited} tabIndex={0}>
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">{messages.name}</th>
                <th scope="col">{messages.email}</th>
                <th scope="col">{messages.state}</th>
                <th scope="col">{messages.validUntil}</th>
                <th scope="col">{messages.lastMail}</th>
              </tr>
            </thead>
            <tbody>
              {invited.map((it) => (
                <tr key={it.position}>
                  <td>
                    <bdi translate="no">{it.name ?? '–'}</bdi>
                  </td>
                  <td>
                    <bdi translate="no">{it.email ?? '–'}</bdi>
                  </td>
                  <td>{messages.states[it.state]}</td>
                  <td>{formatDate(it.expires)}</td>
                  <td>{it.mailedAt ? formatDate(it.mailedAt) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
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
