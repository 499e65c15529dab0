import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Form } from '#core/form.ts';
import type { Person } from '../cloud/identity.ts';
import { useDeps } from '../deps.ts';
import { account } from '../words/en/account.ts';
import { useWords } from '../words/speech.ts';
import { erasePerson } from './erase.ts';
import { Section } from './section.tsx';

type Props = { readonly forms: readonly Form[]; readonly person: Person };
type Progress = { readonly done: number; readonly all: number };

/** There is no way back, so it is asked twice, and every step is told. */
export function ErasePerson({ forms, person }: Props) {
  const deps = useDeps();
  const words = useWords('account', account);
  const [, navigate] = useLocation();
  const [isAsked, setIsAsked] = useState(false);
  const [progress, setProgress] = useState<Progress | undefined>();
  const [status, setStatus] = useState('');

  async function erase() {
    setStatus(words.erasing);
    const erased = await erasePerson(deps, {
      forms,
      author: person.username,
      onProgress: (done, all) => setProgress({ done, all }),
    });
    setProgress(undefined);
    if (!erased.ok) return setStatus(words.brokenOff);
    navigate('/', { replace: true });
    await deps.session.signOut();
  }

  return (
    <Section heading={words.erase}>
      <p>{words.aboutErasing}</p>
      {isAsked ? (
        <p className="actions">
          <button className="button-second" type="button" onClick={() => void erase()}>
            {words.eraseAll}
          </button>
          <button className="button-quiet" type="button" onClick={() => setIsAsked(false)}>
            {words.keepAll}
          </button>
        </p>
      ) : (
        <p className="actions">
          <button className="button-second" type="button" onClick={() => setIsAsked(true)}>
            {words.erase}
          </button>
        </p>
      )}
      {progress && (
        <progress value={progress.done} max={progress.all} aria-label={words.erased}>
          {words.doneOf(progress.done, progress.all)}
        </progress>
      )}
      <output className="hint">
        {progress ? words.erasedOf(progress.done, progress.all) : status}
      </output>
    </Section>
  );
}
