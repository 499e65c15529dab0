import { useState } from 'react';
import { useDeps } from '../deps.ts';
import { useWaiting } from '../outbox/use-outbox.ts';
import { account as accountInEnglish } from '../words/en/account.ts';
import { useWords } from '../words/speech.ts';
import { Section } from './section.tsx';

/** The menu signs out here; a lost phone wants more. */
export function SignOuts() {
  const { account, session } = useDeps();
  const waiting = useWaiting();
  const words = useWords('account', accountInEnglish);
  const [status, setStatus] = useState('');

  async function leaveEverywhere() {
    setStatus(words.signingOut);
    const left = await account.signOutEverywhere();
    if (!left.ok) return setStatus(words.notSignedOut);
    await session.signOut(waiting);
  }

  return (
    <Section heading={words.everywhere}>
      <p>
        <span>{words.aboutEverywhere}</span>
        {waiting > 0 && <span>{` ${words.staysHere}`}</span>}
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
