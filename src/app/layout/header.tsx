import type { Form } from '#core/form/define-form.ts';
import { useDeps, usePerson } from '../../deps.ts';
import { pathTo, type PagePath } from '../../page-paths.ts';
import { Link, useLocation } from '../../ui/navigation.ts';
import { useOutbox, useWaitingCount } from '../../ui/use-outbox.ts';
import { Nothing, lazyPart } from '../../ui/lazy-part.tsx';
import { firstLoad } from '../../messages/en/first-load.ts';
import { formatNumber } from '../../messages/number-format.ts';
import { useMessages } from '../../messages/locale.ts';
import { Logo } from './logo.tsx';
import { SignInOrOut } from './sign-in-or-out.tsx';
import './header.css';

/** Loaded only when somebody signed out and left changes to be sent. */
const LeftBehindNotice = lazyPart(() => import('./left-behind-notice.tsx'), { Missing: Nothing });

type Props = { readonly forms: readonly Form[]; readonly form: Form };

/** The navigation: the forms if there are several, and the person's own pages. */
export function Header({ forms, form }: Props) {
  const [path] = useLocation();
  const { session } = useDeps();
  const person = usePerson();
  const waiting = useWaitingCount();
  const { isUnread } = useOutbox();
  const messages = useMessages('firstLoad', firstLoad);
  const entries = pathTo.entries(form.id);
  const responses = pathTo.responses(form.id);
  return (
    <header className="header">
      <div className="header-row">
        <Link className="brand" href={pathTo.home()}>
          <Logo />
          <span translate="no">Formstead</span>
        </Link>
        <nav className="nav" aria-label={messages.navigation}>
          {forms.length > 1 && (
            <ul className="nav-forms">
              {forms.map((it) => (
                <li key={it.id}>
                  <NavLink
                    to={pathTo.fill(it.id)}
                    isHere={path === pathTo.fill(it.id)}
                    label={it.title}
                  />
                </li>
              ))}
            </ul>
          )}
          <ul>
            <li>
              <NavLink to={entries} isHere={path === entries} label={messages.myEntries} />
            </li>
            {person?.isOwner && (
              <li>
                <NavLink to={responses} isHere={path === responses} label={messages.responses} />
              </li>
            )}
            {(person ?? waiting > 0) && (
              <li>
                <NavLink
                  to={pathTo.outbox()}
                  isHere={path === pathTo.outbox()}
                  label={messages.outbox}
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
      {!person && session.leftBehind().length > 0 && <LeftBehindNotice path={path} />}
      <output className="visually-hidden">{waiting > 0 && messages.waiting(waiting)}</output>
    </header>
  );
}

type NavLinkProps = {
  readonly to: PagePath;
  readonly isHere: boolean;
  readonly label: string;
  readonly count?: number;
  /** This device's storage does not answer, so the number is unknown. */
  readonly isUnread?: boolean;
};

function NavLink({ to, isHere, label, count = 0, isUnread = false }: NavLinkProps) {
  const { andWaiting, unread } = useMessages('firstLoad', firstLoad);
  return (
    <Link href={to} aria-current={isHere ? 'page' : undefined}>
      <span>{label}</span>
      {(isUnread || count > 0) && (
        <>
          <span className="visually-hidden">{isUnread ? unread : andWaiting(count)}</span>
          <span className="count" aria-hidden="true">
            {isUnread ? '?' : formatNumber(count)}
          </span>
        </>
      )}
    </Link>
  );
}
