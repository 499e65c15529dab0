import type { ListedInvited } from '#core/invitations/list-invited.ts';
import { formatDate } from '../../../messages/date-format.ts';
import { invitationsMessages } from '../../../messages/en/invitations.ts';
import { useMessages } from '../../../messages/locale.ts';
import '../../../ui/data-table.css';
import { TableFrame } from '../../../ui/table-frame.tsx';

type Props = {
  readonly invited: readonly ListedInvited[];
  /** `revoked` is `false` to allow a link again. */
  readonly onSet: (invited: ListedInvited, revoked: boolean) => void;
};

export function InvitedTable({ invited, onSet }: Props) {
  const messages = useMessages('invitations', invitationsMessages);
  return (
    <TableFrame label={messages.invited}>
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
                <SetLink invited={it} onSet={(revoked) => onSet(it, revoked)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

type SetLinkProps = {
  readonly invited: ListedInvited;
  readonly onSet: (revoked: boolean) => void;
};

/** Revokes a link or allows it again: one button, which keeps the focus. */
function SetLink({ invited, onSet }: SetLinkProps) {
  const messages = useMessages('invitations', invitationsMessages);
  const isOpen = invited.state === 'open';
  if (!isOpen && invited.state !== 'revoked') return null;
  return (
    <button
      className="button-second"
      type="button"
      aria-label={(isOpen ? messages.revokeFor : messages.allowFor)(whoIs(invited))}
      onClick={() => onSet(isOpen)}
    >
      {isOpen ? messages.revoke : messages.allow}
    </button>
  );
}

/** Whom a link is for, as far as its owner has said so. */
export function whoIs({ name, email }: Pick<ListedInvited, 'name' | 'email'>): string {
  return name ?? email ?? '–';
}
