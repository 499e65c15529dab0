import { isAtLeast, type Role } from '#core/roles/role.ts';
import type { Person } from '../../../cloud/session/identity.ts';
import { usePerson } from '../../../deps.ts';
import { pathTo, signInPath } from '../../../page-paths.ts';
import type { Elements } from '../../../ui/elements.ts';
import { Link, useAddress } from '../../../ui/navigation.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { NotLoaded } from '../not-loaded.tsx';
import { OwnRolesContext, useOwnRoles } from './own-roles.ts';

type Props = {
  /** Without it, a role in any form will do. */
  readonly form?: string;
  readonly needed: Role;
  readonly children: Elements;
};

/** Shows its content to people who have a role, and tells anyone else what is missing. */
export function ForMembers(props: Props) {
  const person = usePerson();
  if (!person || person.sessionExpired) return <SignedOut />;
  return <ByRole key={person.username} {...props} person={person} />;
}

function ByRole({ form, needed, children, person }: Props & { readonly person: Person }) {
  const messages = useMessages('responses', responsesMessages);
  const shown = useOwnRoles(person);
  if (shown.is === 'loading') return <div aria-busy="true" />;
  if (shown.is === 'failed')
    return (
      <NotLoaded
        className="responses-failed"
        heading={messages.rolesNotLoaded}
        failure={shown.failure}
        onRetry={shown.retry}
      />
    );
  const { roles } = shown;
  const may = form === undefined ? !roles.hasNone : isAtLeast(roles.in(form), needed);
  if (!may) return <MembersOnly needed={needed} />;
  return <OwnRolesContext value={roles}>{children}</OwnRolesContext>;
}

/** Shown to people who do not have the role, whether the page or the API says so. */
export function MembersOnly({ needed = 'reader' }: { readonly needed?: Role }) {
  const messages = useMessages('responses', responsesMessages);
  return (
    <div className="empty">
      <p>{messages.membersOnly[needed]}</p>
      <Link className="button" href={pathTo.entries()}>
        {messages.seeMyEntries}
      </Link>
    </div>
  );
}

function SignedOut() {
  const messages = useMessages('responses', responsesMessages);
  const here = useAddress();
  return (
    <div className="empty">
      <p>{messages.signInAsOwner}</p>
      <Link className="button" href={signInPath(here)}>
        {messages.signIn}
      </Link>
    </div>
  );
}
