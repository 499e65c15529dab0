import { Link } from 'wouter';
import type { Form } from '#core/form.ts';
import type { Person } from '../cloud/identity.ts';
import { usePerson } from '../deps.ts';
import { useWaiting } from '../outbox/use-outbox.ts';
import { signInPath } from '../paths.ts';
import { Page } from '../shell/page.tsx';
import { ErasePerson } from './erase-person.tsx';
import { PasswordForm } from './password-form.tsx';
import { SignOuts } from './sign-outs.tsx';
import { TakeOut } from './take-out-view.tsx';

type Props = { readonly forms: readonly Form[] };

/** Who a person is here, and what they can do about it. */
export default function AccountPage({ forms }: Props) {
  const person = usePerson();
  return (
    <Page heading="Account" title="Account">
      {person && !person.lapsed ? (
        <Parts key={person.username} forms={forms} person={person} />
      ) : (
        <div className="empty">
          <p>Sign in to see your account.</p>
          <Link className="button" href={signInPath('/account')}>
            Sign in
          </Link>
        </div>
      )}
    </Page>
  );
}

function Parts({ forms, person }: Props & { readonly person: Person }) {
  const waiting = useWaiting();
  return (
    <div className="account">
      <dl className="facts">
        <div>
          <dt>Email address</dt>
          <dd>{person.email || person.username}</dd>
        </div>
        <div>
          <dt>Waiting on this device</dt>
          <dd>
            {waiting} <Link href="/outbox">Outbox</Link>
          </dd>
        </div>
        {person.isOwner && (
          <div>
            <dt>Role</dt>
            <dd>Owner: you can read everybody’s responses</dd>
          </div>
        )}
      </dl>
      <SignOuts />
      <PasswordForm />
      <TakeOut forms={forms} person={person} />
      <ErasePerson forms={forms} person={person} />
    </div>
  );
}
