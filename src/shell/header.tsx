import { Link, useLocation } from 'wouter';
import type { Form } from '#core/form.ts';
import { useDeps, usePerson } from '../deps.ts';
import { useOutbox, useWaiting } from '../outbox/use-outbox.ts';
import { Nothing, part } from '../part.tsx';
import { first } from '../words/en/first.ts';
import { numberInWords } from '../words/formats.ts';
import { useWords } from '../words/speech.ts';
import { Mark } from './mark.tsx';
import { SignInOrOut } from './sign-in-or-out.tsx';

/** Only where somebody has gone, and left something to be sent. */
const LeftBehind = part(() => import('./left-behind.tsx'), { Missing: Nothing });

type Props = { readonly forms: readonly Form[]; readonly form: Form };

/** The way around: the forms, when there are several, and what belongs to the person. */
export function Header({ forms, form }: Props) {
  const [path] = useLocation();
  const { session } = useDeps();
  const person = usePerson();
  const waiting = useWaiting();
  const { isUnread } = useOutbox();
  const said = useWords('first', first);
  const entries = `/${form.id}/entries`;
  const responses = `/${form.id}/responses`;
  return (
    <header className="header">
      <div className="header-row">
        <Link className="brand" href="/">
          <Mark />
          <span translate="no">Formstead</span>
        </Link>
        <nav className="nav" aria-label={said.navigation}>
          {forms.length > 1 && (
            <ul className="nav-forms">
              {forms.map((it) => (
                <li key={it.id}>
                  <NavLink to={`/${it.id}`} isHere={path === `/${it.id}`} words={it.title} />
                </li>
              ))}
            </ul>
          )}
          <ul>
            <li>
              <NavLink to={entries} isHere={path === entries} words={said.myEntries} />
            </li>
            {person?.isOwner && (
              <li>
                <NavLink to={responses} isHere={path === responses} words={said.responses} />
              </li>
            )}
            {(person ?? waiting > 0) && (
              <li>
                <NavLink
                  to="/outbox"
                  isHere={path === '/outbox'}
                  words={said.outbox}
                  count={waiting}
                  isUnread={isUnread}
                />
              </li>
            )}
            <li>
              <SignInOrOut path={path} />
            </li>
          </ul>
        </nav>
      </div>
      {!person && session.leftBehind().length > 0 && <LeftBehind path={path} />}
      <output className="visually-hidden">{waiting > 0 && said.waiting(waiting)}</output>
    </header>
  );
}

type NavLinkProps = {
  readonly to: string;
  readonly isHere: boolean;
  readonly words: string;
  readonly count?: number;
  /** Nobody can tell how many: this device's storage does not answer. */
  readonly isUnread?: boolean;
};

function NavLink({ to, isHere, words, count = 0, isUnread = false }: NavLinkProps) {
  const { andWaiting, unread } = useWords('first', first);
  return (
    <Link href={to} aria-current={isHere ? 'page' : undefined}>
      <span>{words}</span>
      {(isUnread || count > 0) && (
        <>
          <span className="visually-hidden">{isUnread ? unread : andWaiting(count)}</span>
          <span className="count" aria-hidden="true">
            {isUnread ? '?' : numberInWords(count)}
          </span>
        </>
      )}
    </Link>
  );
}
