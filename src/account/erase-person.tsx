import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Form } from '#core/form.ts';
import type { Person } from '../cloud/identity.ts';
import { useDeps } from '../deps.ts';
import { erasePerson } from './erase.ts';
import { Section } from './section.tsx';

type Props = { readonly forms: readonly Form[]; readonly person: Person };
type Progress = { readonly done: number; readonly all: number };

/** There is no way back, so it is asked twice, and every step is told. */
export function ErasePerson({ forms, person }: Props) {
  const deps = useDeps();
  const [, navigate] = useLocation();
  const [isAsked, setIsAsked] = useState(false);
  const [progress, setProgress] = useState<Progress | undefined>();
  const [status, setStatus] = useState('');

  async function erase() {
    setStatus('Erasing…');
    const erased = await erasePerson(deps, {
      forms,
      author: person.username,
      onProgress: (done, all) => setProgress({ done, all }),
    });
    setProgress(undefined);
    if (!erased.ok)
      return setStatus('It was broken off. What is erased stays erased: try again to go on.');
    navigate('/', { replace: true });
    await deps.session.signOut();
  }

  return (
    <Section heading="Erase me">
      <p>
        Erases the answers of all your entries, then your account, then what is on this device.
        Nobody can bring it back.
      </p>
      {isAsked ? (
        <p className="actions">
          <button className="button-second" type="button" onClick={() => void erase()}>
            Yes, erase everything
          </button>
          <button className="button-quiet" type="button" onClick={() => setIsAsked(false)}>
            No, keep it
          </button>
        </p>
      ) : (
        <p className="actions">
          <button className="button-second" type="button" onClick={() => setIsAsked(true)}>
            Erase me
          </button>
        </p>
      )}
      {progress && (
        <progress value={progress.done} max={progress.all} aria-label="Entries erased">
          {progress.done} of {progress.all}
        </progress>
      )}
      <output className="hint">
        {progress ? `Entries erased: ${progress.done} of ${progress.all}` : status}
      </output>
    </Section>
  );
}
