import { Suspense, useCallback, useEffect } from 'react';
import { useSearch } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { getOwn } from '#core/values/own-property.ts';
import { useDeps, usePerson } from '../../deps.ts';
import { useLocation } from '../../ui/navigation.ts';
import { Page } from '../../ui/page.tsx';
import { returnPath } from '../../ui/return-path.ts';
import { StorageUnavailable } from '../../ui/storage-unavailable.tsx';
import { useOutbox } from '../../ui/use-outbox.ts';
import { signIn } from '../../messages/en/sign-in.ts';
import { useMessages } from '../../messages/locale.ts';

/** Why the person was sent here, if they did not come by themselves. */
const reasons: { readonly [because: string]: 'toSend' | 'toSendFromHere' | 'toSeeEntries' } = {
  'to-send': 'toSend',
  'to-send-from-here': 'toSendFromHere',
  'to-see-entries': 'toSeeEntries',
};

/** Amplify's sign-in, and then back to where the person was. */
export default function SignInPage() {
  const { SignInForm, session } = useDeps();
  const person = usePerson();
  const { isBlocked } = useOutbox();
  const messages = useMessages('signIn', signIn);
  const destination = returnPath(useSearch());
  const state: unknown = useHistoryState();
  const because = (state as { because?: string } | null)?.because ?? '';
  const [, navigate] = useLocation();
  const isSignedIn = person !== undefined && !person.sessionExpired;
  useEffect(() => {
    if (isSignedIn) navigate(destination, { replace: true, state: { arrival: 'signed-in' } });
  }, [isSignedIn, destination, navigate]);
  const check = useCallback(() => void session.check(), [session]);
  return (
    <Page
      heading={messages.heading}
      title={messages.heading}
      lead={messages[getOwn(reasons, because) ?? 'lead']}
    >
      <output>{isBlocked && <StorageUnavailable />}</output>
      {/* Reserves space, so that nothing jumps when the sign-in arrives. */}
      <div className="sign-in">
        <Suspense fallback={<output>{messages.moment}</output>}>
          <SignInForm onSignedIn={check} />
        </Suspense>
      </div>
    </Page>
  );
}
