import { useRef, useState, type FormEvent } from 'react';
import { tidyCode } from '#core/values/tidy-text.ts';
import type { Person } from '../../cloud/session/identity.ts';
import { useDeps, usePerson } from '../../deps.ts';
import { pathTo, signInPath } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { useOutbox, useWaitingCount } from '../../ui/use-outbox.ts';
import { DestructiveButton } from '../../ui/destructive-button.tsx';
import { Page } from '../../ui/page.tsx';
import { account } from '../../messages/en/account.ts';
import { useMessages } from '../../messages/locale.ts';
import { EraseDevice } from './erase-device.tsx';
import { BrokenOff } from './broken-off.tsx';
import { Erasing } from './erasing.tsx';
import { erasePerson } from './erase-person.ts';
import { TextBox } from '../../ui/text-box.tsx';
import './erase-page.css';

/** The person is gone at the end, and the page still reports what was erased. */
type Step =
  | { readonly is: 'confirming'; readonly isBrokenOff: boolean }
  /** How many entries are erased so far. */
  | { readonly is: 'erasing'; readonly count: number }
  | { readonly is: 'erased'; readonly count: number };

/** Erases a person for good. A page of its own, confirmed by typing the email address. */
export default function ErasePage() {
  const deps = useDeps();
  const person = usePerson();
  const messages = useMessages('account', account);
  const [step, setStep] = useState<Step>({ is: 'confirming', isBrokenOff: false });
  const { changes = [] } = useOutbox();
  const isDevices = !person && changes.some((it) => it.isOpen);
  // Its changes are gone before the page knows that all is erased.
  const [isOfDevice, setIsOfDevice] = useState(isDevices);
  if (isDevices && !isOfDevice) setIsOfDevice(true);

  async function erase({ username }: Person) {
    setStep({ is: 'erasing', count: 0 });
    const erased = await erasePerson(deps, {
      author: username,
      onProgress: (count) => setStep({ is: 'erasing', count }),
    });
    if (!erased.ok) return setStep({ is: 'confirming', isBrokenOff: true });
    await deps.session.signOut();
    setStep({ is: 'erased', count: erased.value });
  }

  if (step.is === 'erased') {
    const { isErased, nothingLeft } = isOfDevice ? messages.withoutAccount : messages;
    return (
      <Page heading={isErased(step.count)} title={isErased(step.count)} hasTick>
        <p>{nothingLeft}</p>
        <div className="actions">
          <Link className="button" href={pathTo.home()}>
            {messages.toFirst}
          </Link>
        </div>
      </Page>
    );
  }
  if (isOfDevice && !person)
    return <EraseDevice onErased={(count) => setStep({ is: 'erased', count })} />;
  return (
    <Page heading={messages.eraseHeading} title={messages.eraseHeading}>
      {step.is === 'erasing' && <Erasing count={step.count} />}
      {step.is === 'confirming' && person && !person.sessionExpired && (
        <ConfirmErasing
          person={person}
          isBrokenOff={step.isBrokenOff}
          onConfirmed={() => void erase(person)}
        />
      )}
      {step.is === 'confirming' && (!person || person.sessionExpired) && (
        <div className="empty">
          <p>{messages.signInToSee}</p>
          <Link className="button" href={signInPath(pathTo.eraseAccount())}>
            {messages.signIn}
          </Link>
        </div>
      )}
    </Page>
  );
}

/** Enter in the input does nothing: only the button erases. */
const stay = (event: FormEvent) => event.preventDefault();

type ConfirmErasingProps = {
  readonly person: Person;
  readonly isBrokenOff: boolean;
  readonly onConfirmed: () => void;
};

function ConfirmErasing({ person, isBrokenOff, onConfirmed }: ConfirmErasingProps) {
  const messages = useMessages('account', account);
  const waiting = useWaitingCount();
  const box = useRef<HTMLInputElement>(null);
  const [issue, setIssue] = useState('');
  const name = person.email || person.username;

  function confirm() {
    const typed = tidyCode(box.current?.value ?? '').toLowerCase();
    if (typed === name.toLowerCase()) return onConfirmed();
    setIssue(messages.typeToConfirm(name));
    box.current?.focus();
  }
  return (
    <form className="form" noValidate onSubmit={stay}>
      {isBrokenOff && <BrokenOff />}
      <div>
        <p>{messages.thisErases}</p>
        <ul className="bullets">
          <li>{messages.erasesEntries}</li>
          <li>{messages.erasesAccount(name)}</li>
          <li>{waiting > 0 ? messages.erasesWaiting(waiting) : messages.erasesDevice}</li>
        </ul>
        <p>{messages.noWayBack}</p>
      </div>
      <TextBox
        id="erase-name"
        label={messages.confirmBy(name)}
        type="email"
        autoComplete="off"
        issue={issue}
        ref={box}
      />
      <div className="actions">
        <Link className="button-second" href={pathTo.account()}>
          {messages.keepAll}
        </Link>
        <DestructiveButton label={messages.eraseAll} onPress={confirm} />
      </div>
    </form>
  );
}
