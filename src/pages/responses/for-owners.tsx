import { usePerson } from '../../deps.ts';
import { pathTo, signInPath } from '../../page-paths.ts';
import type { Elements } from '../../ui/elements.ts';
import { Link, useAddress } from '../../ui/navigation.ts';
import { responsesMessages } from '../../messages/en/responses.ts';
import { useMessages } from '../../messages/locale.ts';

type Props = { readonly children: Elements };

/** Shows its content to owners, and tells anyone else what is missing. */
export function ForOwners({ children }: Props) {
  const person = usePerson();
  if (!person || person.sessionExpired) return <SignedOut />;
  return person.isOwner ? <>{children}</> : <OwnersOnly />;
}

/** Shown to people who are not owners, whether the token or the API says so. */
export function OwnersOnly() {
  const messages = useMessages('responses', responsesMessages);
  return (
    <div className="empty">
      <p>{messages.ownersOnly}</p>
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
