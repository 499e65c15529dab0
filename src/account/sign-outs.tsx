import { useState } from 'react';
import { useDeps } from '../deps.ts';
import { useWaiting } from '../outbox/use-outbox.ts';
import { Section } from './section.tsx';

/** The menu signs out here; a lost phone wants more. */
export function SignOuts() {
  const { account, session } = useDeps();
  const waiting = useWaiting();
  const [status, setStatus] = useState('');

  async function leaveEverywhere() {
    setStatus('Signing out…');
    const left = await account.signOutEverywhere();
    if (!left.ok) return setStatus('Cognito could not be reached. Nothing was signed out.');
    await session.signOut();
  }

  return (
    <Section heading="Sign out everywhere">
      <p>
        Ends your sessions on all devices, this one among them. A device that has just been used may
        go on for up to an hour.
        {waiting > 0 && ' What waits on this device stays here for when you are back.'}
      </p>
      <p className="actions">
        <button className="button-second" type="button" onClick={() => void leaveEverywhere()}>
          Sign out everywhere
        </button>
        <output className="hint">{status}</output>
      </p>
    </Section>
  );
}
