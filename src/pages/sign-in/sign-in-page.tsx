import { useCallback, useEffect } from 'react';
import type { ListedForm } from '#core/form/listed-form.ts';
import { withFormList } from '../../catalogue/with-form-list.tsx';
import { useDeps, usePerson } from '../../deps.ts';
import { pageAt, pathTo } from '../../page-paths.ts';
import { Link, useHistoryState, useLocation, useSearch } from '../../ui/navigation.ts';
import { Page } from '../../ui/page.tsx';
import { returnPath } from '../../ui/return-path.ts';
import { StorageUnavailable } from '../../ui/storage-unavailable.tsx';
import { useOutbox } from '../../ui/use-outbox.ts';
import { signIn } from '../../messages/en/sign-in.ts';
import { useMessages } from '../../messages/locale.ts';
// Loaded with the page: when it is shown, there is no network.
import './sign-in-needs-network.tsx';

/** Amplify's sign-in, and then back to where the person was. */
export default withFormList(function SignInPage({ forms }: Props) {
  const { SignInForm, session } = useDeps();
  const person = usePerson();
  const { isBlocked } = useOutbox();
  const messages = useMessages('signIn', signIn);
  const destination = returnPath(useSearch());
  const state: unknown = useHistoryState();
  const { because = '', send } = (state ?? {}) as { because?: string; send?: unknown };
  const form = forms.find(({ id }) => id === pageAt(destination).form);
  const [, navigate] = useLocation();
  const isNewcomer = send !== undefined && !session.isKnownDevice();
  const isSignedIn = person !== undefined && !person.sessionExpired;
  useEffect(() => {
    if (isSignedIn) navigate(destination, { replace: true, state: { arrival: 'signed-in', send } });
  }, [isSignedIn, destination, navigate, send]);
  const check = useCallback(() => void session.check(), [session]);
  return (
    <Page
      heading={messages.heading}
      title={messages.heading}
      lead={leadOf({ because, title: send === undefined ? undefined : form?.title }, messages)}
    >
      {form && send !== undefined && (
        <p className="hint">
          <span>{`${messages.notYours} `}</span>
          <Link className="button-quiet" href={pathTo.signIn()} replace>
            {messages.withoutSending}
          </Link>
        </p>
      )}
      <output>{isBlocked && <StorageUnavailable />}</output>
      {/* Reserves space, so that nothing jumps when the sign-in arrives. */}
      <div className="sign-in">
        <SignInForm
          isNewcomer={isNewcomer}
          onSignedIn={check}
          waiting={<output>{messages.moment}</output>}
        />
      </div>
    </Page>
  );
});

type Props = { readonly forms: readonly ListedForm[] };

type Reason = {
  readonly because: string;
  /** The title of the form whose answers are sent once somebody is signed in. */
  readonly title: string | undefined;
};

/** Why the person was sent here, or what an account is for, if they came by themselves. */
function leadOf({ because, title }: Reason, messages: typeof signIn): string {
  if (because === 'to-see-entries') return messages.toSeeEntries;
  if (title === undefined) return messages.lead;
  return because === 'to-send-from-here' ? messages.toSendFromHere(title) : messages.toSend(title);
}
