import { roles } from '#core/roles/role.ts';
import { membersMessages } from '../../../messages/en/members.ts';
import { useMessages } from '../../../messages/locale.ts';

/** What each role may do: `who` in core/api/api-routes.ts, in the words of owners. */
export function RoleRights() {
  const messages = useMessages('members', membersMessages);
  return (
    <dl className="role-rights">
      {roles.map((role) => (
        <div key={role}>
          <dt>{messages.roles[role]}</dt>
          <dd>{messages.rights[role]}</dd>
        </div>
      ))}
    </dl>
  );
}
