import { useState } from 'react';
import { useDeps } from '../deps.ts';
import { signOut } from '../outbox/sign-out.ts';
import { account as accountInEnglish } from '../words/en/account.ts';
import { useWords } from '../words/speech.ts';
import { Section } from './section.tsx';

/** The menu signs out here; a lost phone wants more. */
export function SignOuts() {
  const deps = useDeps();
  const words = useWords('account', accountInEnglish);
  const [status, setStatus] = useState('');

  async function leaveEverywhere() {
    setStatus(words.signingOut);
    const left = await deps.account.signOutEverywhere();
    if (!left.ok) return setStatus(words.notSignedOut);
    await signOut(deps);
  }

  return (
    <Section heading={words.everywhere}>
      <p>
        <span>{words.aboutEverywhere}</span>
        <span>{` ${words.staysHere}`}</span>
      </p>
      <p className="actions">
        <button className="button-second" type="button" onClick={() => void leaveEverywhere()}>
          {words.everywhere}
        </button>
        <output className="hint">{status}</output>
      </p>
    </Section>
  );
}
