import { Link } from 'wouter';
import type { Form } from '#core/form.ts';
import type { Person } from '../cloud/identity.ts';
import { usePerson } from '../deps.ts';
import { useWaiting } from '../outbox/use-outbox.ts';
import { signInPath } from '../paths.ts';
import { Page } from '../shell/page.tsx';
import { account } from '../words/en/account.ts';
import { numberInWords } from '../words/formats.ts';
import { useWords } from '../words/speech.ts';
import { PasswordForm } from './password-form.tsx';
import { Section } from './section.tsx';
import { SignOuts } from './sign-outs.tsx';
import { TakeOut } from './take-out-view.tsx';

type Props = { readonly forms: readonly Form[] };

/** Who a person is here, and what they can do about it. */
export default function AccountPage({ forms }: Props) {
  const person = usePerson();
  const words = useWords('account', account);
  return (
    <Page heading={words.heading} title={words.heading}>
      {person && !person.lapsed ? (
        <Parts key={person.username} forms={forms} person={person} />
      ) : (
        <div className="empty">
          <p>{words.signInToSee}</p>
          <Link className="button" href={signInPath('/account')}>
            {words.signIn}
          </Link>
        </div>
      )}
    </Page>
  );
}

function Parts({ forms, person }: Props & { readonly person: Person }) {
  const waiting = useWaiting();
  const words = useWords('account', account);
  return (
    <div className="account">
      <dl className="facts">
        <div>
          <dt>{words.email}</dt>
          <dd dir="auto" translate="no">
            {person.email || person.username}
          </dd>
        </div>
        <div>
          <dt>{words.waiting}</dt>
          <dd>
            <span>{`${numberInWords(waiting)} `}</span>
            <Link href="/outbox">{words.outbox}</Link>
          </dd>
        </div>
        {person.isOwner && (
          <div>
            <dt>{words.role}</dt>
            <dd>{words.owner}</dd>
          </div>
        )}
      </dl>
      <SignOuts />
      <PasswordForm />
      <TakeOut forms={forms} person={person} />
      <Section heading={words.erase}>
        <p>{words.aboutErasing}</p>
        <p className="actions">
          <Link className="button-second" href="/account/erase">
            {words.erase}
          </Link>
        </p>
      </Section>
    </div>
  );
}
