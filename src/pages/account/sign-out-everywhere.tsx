import { useState } from 'react';
import { useDeps } from '../../deps.ts';
import { signOut } from '../../outbox/sign-out.ts';
import { account as accountInEnglish } from '../../messages/en/account.ts';
import { useMessages } from '../../messages/locale.ts';
import { AccountSection } from './account-section.tsx';

/** The menu signs out of this device. A lost phone needs more. */
export function SignOutEverywhere() {
  const deps = useDeps();
  const messages = useMessages('account', accountInEnglish);
  const [status, setStatus] = useState('');

  async function leaveEverywhere() {
    setStatus(messages.signingOut);
    const left = await deps.account.signOutEverywhere();
    if (!left.ok) return setStatus(messages.notSignedOut);
    await signOut(deps);
  }

  return (
    <AccountSection heading={messages.everywhere}>
      <p>
        <span>{messages.aboutEverywhere}</span>
        <span>{` ${messages.staysHere}`}</span>
      </p>
      <p className="actions">
        <button className="button-second" type="button" onClick={() => void leaveEverywhere()}>
          {messages.everywhere}
        </button>
        <output className="hint">{status}</output>
      </p>
    </AccountSection>
  );
}
