import type { ListedInvited } from '#core/invitations/list-invited.ts';
import { formatDate } from '../../../messages/date-format.ts';
import { invitationsMessages } from '../../../messages/en/invitations.ts';
import { useMessages } from '../../../messages/locale.ts';
import '../../../ui/data-table.css';

type Props = {
  readonly invited: readonly ListedInvited[];
  readonly onRevoke: (invited: ListedInvited) => void;
  readonly onAllow: (invited: ListedInvited) => void;
};

export function InvitedTable({ invited, onRevoke, onAllow }: Props) {
  const messages = useMessages('invitations', invitationsMessages);
  return (
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
            <th scope="col">{messages.link}</th>
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
              <td>
                {it.state === 'open' && (
                  <button
                    className="button-second"
                    type="button"
                    aria-label={messages.revokeFor(whoIs(it))}
                    onClick={() => onRevoke(it)}
                  >
                    {messages.revoke}
                  </button>
                )}
                {it.state === 'revoked' && (
                  <button
                    className="button-second"
                    type="button"
                    aria-label={messages.allowFor(whoIs(it))}
                    onClick={() => onAllow(it)}
                  >
                    {messages.allow}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Whom a link is for, as far as its owner has said so. */
export function whoIs({ name, email }: Pick<ListedInvited, 'name' | 'email'>): string {
  return name ?? email ?? '–';
}
