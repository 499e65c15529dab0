import type { ListedForm } from '#core/form/listed-form.ts';
import type { Person } from '../../cloud/session/identity.ts';
import { withFormList } from '../../catalogue/with-form-list.tsx';
import { usePerson } from '../../deps.ts';
import { pathTo, signInPath } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { useWaitingCount } from '../../ui/use-outbox.ts';
import { Page } from '../../ui/page.tsx';
import { account } from '../../messages/en/account.ts';
import { formatNumber } from '../../messages/number-format.ts';
import { useMessages } from '../../messages/locale.ts';
import { PasswordForm } from './password-form.tsx';
import { AccountSection } from './account-section.tsx';
import { SignOutEverywhere } from './sign-out-everywhere.tsx';
import { DownloadMyData } from './download-my-data.tsx';
import './account-page.css';

type Props = { readonly forms: readonly ListedForm[] };

/** The signed-in person's account. */
export default withFormList(function AccountPage({ forms }: Props) {
  const person = usePerson();
  const messages = useMessages('account', account);
  return (
    <Page heading={messages.heading} title={messages.heading}>
      {person && !person.sessionExpired ? (
        <Parts key={person.username} forms={forms} person={person} />
      ) : (
        <div className="empty">
          <p>{messages.signInToSee}</p>
          <Link className="button" href={signInPath(pathTo.account())}>
            {messages.signIn}
          </Link>
        </div>
      )}
    </Page>
  );
});

function Parts({ forms, person }: Props & { readonly person: Person }) {
  const waiting = useWaitingCount();
  const messages = useMessages('account', account);
  return (
    <div className="account">
      <dl className="facts">
        <div>
          <dt>{messages.email}</dt>
          <dd dir="auto" translate="no">
            {person.email || person.username}
          </dd>
        </div>
        <div>
          <dt>{messages.waiting}</dt>
          <dd>
            <span>{`${formatNumber(waiting)} `}</span>
            <Link href={pathTo.outbox()}>{messages.outbox}</Link>
          </dd>
        </div>
        {person.isOwner && (
          <div>
            <dt>{messages.role}</dt>
            <dd>{messages.owner}</dd>
          </div>
        )}
      </dl>
      <SignOutEverywhere />
      <PasswordForm />
      <DownloadMyData forms={forms} person={person} />
      <AccountSection heading={messages.erase}>
        <p>{messages.aboutErasing}</p>
        <p className="actions">
          <Link className="button-second" href={pathTo.eraseAccount()}>
            {messages.erase}
          </Link>
        </p>
      </AccountSection>
    </div>
  );
}
