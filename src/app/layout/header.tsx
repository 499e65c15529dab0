import { useRef, useState } from 'react';
import { brand } from '#brand/brand.ts';
import { useDeps, usePerson } from '../../deps.ts';
import { pathTo, signInPath, type PagePath } from '../../page-paths.ts';
import { Link, useAddress, useLocation } from '../../ui/navigation.ts';
import { useOutbox, useWaitingCount } from '../../ui/use-outbox.ts';
import { Nothing, lazyPart } from '../../ui/lazy-part.tsx';
import { firstLoad } from '../../messages/en/first-load.ts';
import { formatNumber } from '../../messages/number-format.ts';
import { useMessages } from '../../messages/locale.ts';
import { Logo } from './logo.tsx';
import './header.css';

/** Loaded when it is first opened. */
const HeaderMenu = lazyPart(() => import('./header-menu.tsx'), { Missing: Nothing });
/** Loaded only when somebody signed out and left changes to be sent. */
const LeftBehindNotice = lazyPart(() => import('./left-behind-notice.tsx'), { Missing: Nothing });

/** One row: the way to the forms, the person's own pages, what waits to be sent, and the menu. */
export function Header() {
  const [path] = useLocation();
  const { session } = useDeps();
  const person = usePerson();
  const waiting = useWaitingCount();
  const messages = useMessages('firstLoad', firstLoad);
  const row = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  /** The page on which the menu was opened: going to another one closes it. Undefined before the first time. */
  const [openedAt, setOpenedAt] = useState<PagePath | ''>();
  const isOpen = openedAt === path;
  const close = () => setOpenedAt('');
  return (
    <header className="header">
      <div className="header-row" ref={row}>
        <Link className="brand" href={pathTo.home()}>
          <Logo />
          <span translate="no" dir="auto">
            {brand.name}
          </span>
        </Link>
        <nav className="nav" aria-label={messages.navigation}>
          <NavLink to={pathTo.entries()} path={path} label={messages.myEntries} />
          {person?.isOwner && (
            <NavLink to={pathTo.responsesHome()} path={path} label={messages.responses} />
          )}
          <WaitingLink path={path} />
          {(!person || person.sessionExpired) && <SignInLink path={path} />}
        </nav>
        <button
          className="menu-button"
          type="button"
          aria-expanded={isOpen}
          ref={button}
          onClick={() => setOpenedAt(isOpen ? '' : path)}
        >
          <span className="menu-name">{messages.menu}</span>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 7h16M4 12h16M4 17h16" />
          </svg>
        </button>
        {openedAt !== undefined && <HeaderMenu {...{ isOpen, row, button }} onClose={close} />}
      </div>
      {!person && session.leftBehind().length > 0 && <LeftBehindNotice path={path} />}
      <output className="visually-hidden">{waiting > 0 && messages.waiting(waiting)}</output>
    </header>
  );
}

type NavLinkProps = {
  readonly to: PagePath;
  readonly path: PagePath;
  readonly label: string;
};

/** Current on the page itself, and on those below it. */
function NavLink({ to, path, label }: NavLinkProps) {
  const current = path === to ? 'page' : path.startsWith(`${to}/`) ? 'true' : undefined;
  return (
    <Link className="nav-wide" href={to} aria-current={current}>
      <span>{label}</span>
    </Link>
  );
}

/** How many changes wait on this device. Absent if none do. */
function WaitingLink({ path }: Pick<NavLinkProps, 'path'>) {
  const waiting = useWaitingCount();
  const { isUnread } = useOutbox();
  const messages = useMessages('firstLoad', firstLoad);
  if (!isUnread && waiting === 0) return null;
  return (
    <Link
      className="waiting-link"
      href={pathTo.outbox()}
      aria-current={path === pathTo.outbox() ? 'page' : undefined}
    >
      <span className="visually-hidden">{`${messages.outbox}: `}</span>
      <span className="waiting-text">
        {isUnread ? messages.unread : messages.waitingCount(waiting)}
      </span>
      <span className="waiting-number" aria-hidden="true">
        {isUnread ? '?' : formatNumber(waiting)}
      </span>
    </Link>
  );
}

function SignInLink({ path }: Pick<NavLinkProps, 'path'>) {
  const { signIn } = useMessages('firstLoad', firstLoad);
  const here = useAddress();
  const isHere = path === pathTo.signIn();
  return (
    <Link
      className="nav-sign-in"
      href={isHere ? here : signInPath(here)}
      aria-current={isHere ? 'page' : undefined}
    >
      <span>{signIn}</span>
    </Link>
  );
}
