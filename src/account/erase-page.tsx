import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Link } from 'wouter';
import { tidyCode } from '#core/fields/tidy.ts';
import type { Person } from '../cloud/identity.ts';
import { useDeps, usePerson } from '../deps.ts';
import { useWaiting } from '../outbox/use-outbox.ts';
import { signInPath } from '../paths.ts';
import { Destructive } from '../shell/destructive.tsx';
import { Notice } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';
import { account } from '../words/en/account.ts';
import { useWords } from '../words/speech.ts';
import { erasePerson } from './erase.ts';
import { TextBox } from './text-box.tsx';

/** What becomes of it. The person is gone at the end, and the page still says what it did. */
type Stage =
  | { readonly is: 'asked'; readonly isBrokenOff: boolean }
  /** So many entries by now. */
  | { readonly is: 'erasing'; readonly count: number }
  | { readonly is: 'erased'; readonly count: number };

/** Erases a person, for ever: on a page of its own, confirmed by what nobody types by accident. */
export default function ErasePage() {
  const deps = useDeps();
  const person = usePerson();
  const words = useWords('account', account);
  const [stage, setStage] = useState<Stage>({ is: 'asked', isBrokenOff: false });

  async function erase({ username }: Person) {
    setStage({ is: 'erasing', count: 0 });
    const erased = await erasePerson(deps, {
      author: username,
      onProgress: (count) => setStage({ is: 'erasing', count }),
    });
    if (!erased.ok) return setStage({ is: 'asked', isBrokenOff: true });
    await deps.session.signOut();
    setStage({ is: 'erased', count: erased.value });
  }

  if (stage.is === 'erased')
    return (
      <Page heading={words.isErased(stage.count)} title={words.isErased(stage.count)} tick>
        <p>{words.nothingLeft}</p>
        <div className="actions">
          <Link className="button" href="/">
            {words.toFirst}
          </Link>
        </div>
      </Page>
    );
  return (
    <Page heading={words.eraseHeading} title={words.eraseHeading}>
      {stage.is === 'erasing' && <Erasing count={stage.count} />}
      {stage.is === 'asked' && person && !person.lapsed && (
        <Asked
          person={person}
          isBrokenOff={stage.isBrokenOff}
          onConfirmed={() => void erase(person)}
        />
      )}
      {stage.is === 'asked' && (!person || person.lapsed) && (
        <div className="empty">
          <p>{words.signInToSee}</p>
          <Link className="button" href={signInPath('/account/erase')}>
            {words.signIn}
          </Link>
        </div>
      )}
    </Page>
  );
}

/** Enter in the box: what erases is the button, and nothing else. */
const stay = (event: FormEvent) => event.preventDefault();

/** Neither button is there any more. */
function Erasing({ count }: { readonly count: number }) {
  const words = useWords('account', account);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="erasing" ref={box} tabIndex={-1}>
      <p>{words.stayHere}</p>
      <progress aria-label={words.erased} />
      <output className="hint">{count > 0 ? words.erasedSoFar(count) : words.erasing}</output>
    </div>
  );
}

type AskedProps = {
  readonly person: Person;
  readonly isBrokenOff: boolean;
  readonly onConfirmed: () => void;
};

function Asked({ person, isBrokenOff, onConfirmed }: AskedProps) {
  const words = useWords('account', account);
  const waiting = useWaiting();
  const box = useRef<HTMLInputElement>(null);
  const [complaint, setComplaint] = useState('');
  const name = person.email || person.username;

  function confirm() {
    const typed = tidyCode(box.current?.value ?? '').toLowerCase();
    if (typed === name.toLowerCase()) return onConfirmed();
    setComplaint(words.typeToConfirm(name));
    box.current?.focus();
  }
  return (
    <form className="form" noValidate onSubmit={stay}>
      {isBrokenOff && (
        <div role="alert">
          <Notice tone="attention" heading={words.stopped}>
            <span>{words.brokenOff}</span>
          </Notice>
        </div>
      )}
      <div>
        <p>{words.thisErases}</p>
        <ul className="bullets">
          <li>{words.erasesEntries}</li>
          <li>{words.erasesAccount(name)}</li>
          <li>{waiting > 0 ? words.erasesWaiting(waiting) : words.erasesDevice}</li>
        </ul>
        <p>{words.noWayBack}</p>
      </div>
      <TextBox
        id="erase-name"
        label={words.confirmBy(name)}
        type="email"
        autoComplete="off"
        complaint={complaint}
        ref={box}
      />
      <div className="actions">
        <Link className="button-second" href="/account">
          {words.keepAll}
        </Link>
        <Destructive words={words.eraseAll} onPress={confirm} />
      </div>
    </form>
  );
}
