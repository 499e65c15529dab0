import { Suspense, useCallback, useEffect } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { useDeps, usePerson } from '../deps.ts';
import { returnPath } from '../paths.ts';
import { Page } from '../shell/page.tsx';

/** Why the person was sent here, if they did not come by themselves. */
const reasons: { readonly [because: string]: string } = {
  'to-send': 'Sign in to send this. What you typed stays on this device.',
  'to-see-entries': 'Sign in to see your entries.',
};

/** Amplify's sign-in, and then back to where the person was. */
export default function SignInPage() {
  const { SignInForm, session } = useDeps();
  const person = usePerson();
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
      heading="Sign in"
      title="Sign in"
      lead={reasons[because] ?? 'An account keeps your entries together, on every device you use.'}
    >
      {/* Its place is kept free, so that nothing jumps when it arrives. */}
      <div className="sign-in">
        <Suspense fallback={<output>One moment…</output>}>
          <SignInForm onSignedIn={check} />
        </Suspense>
      </div>
    </Page>
  );
}
