import { Suspense, useCallback, useEffect } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { own } from '#core/own.ts';
import { useDeps, usePerson } from '../deps.ts';
import { Page } from '../shell/page.tsx';
import { returnPath } from '../shell/return-path.ts';
import { StorageSilent } from '../shell/storage-silent.tsx';
import { useOutbox } from '../outbox/use-outbox.ts';
import { signIn } from '../words/en/sign-in.ts';
import { useWords } from '../words/speech.ts';

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
  const words = useWords('signIn', signIn);
  const destination = returnPath(useSearch());
  const state: unknown = useHistoryState();
  const because = (state as { because?: string } | null)?.because ?? '';
  const [, navigate] = useLocation();
  const isSignedIn = person !== undefined && !person.lapsed;
  useEffect(() => {
    if (isSignedIn) navigate(destination, { replace: true, state: { arrival: 'signed-in' } });
  }, [isSignedIn, destination, navigate]);
  const check = useCallback(() => void session.check(), [session]);
  return (
    <Page
      heading={words.heading}
      title={words.heading}
      lead={words[own(reasons, because) ?? 'lead']}
    >
      <output>{isBlocked && <StorageSilent />}</output>
      {/* Its place is kept free, so that nothing jumps when it arrives. */}
      <div className="sign-in">
        <Suspense fallback={<output>{words.moment}</output>}>
          <SignInForm onSignedIn={check} />
        </Suspense>
      </div>
    </Page>
  );
}
