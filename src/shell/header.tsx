import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Form } from '#core/form.ts';
import { useDeps, usePerson } from '../deps.ts';
import { signInPath } from '../paths.ts';
import { Mark } from './mark.tsx';

type Props = { readonly forms: readonly Form[]; readonly form: Form };

/** The way around: the forms, when there are several, and what belongs to the person. */
export function Header({ forms, form }: Props) {
  const [path] = useLocation();
  const entries = `/${form.id}/entries`;
  const isFilling = (it: Form) => it === form && (path === '/' || path === `/${it.id}`);
  return (
    <header className="header">
      <div className="header-row">
        <Link className="brand" href="/">
          <Mark />
          Formstead
        </Link>
        <nav className="nav" aria-label="Main">
          {forms.length > 1 && (
            <ul className="nav-forms">
              {forms.map((it) => (
                <li key={it.id}>
                  <NavLink to={`/${it.id}`} isHere={isFilling(it)} words={it.title} />
                </li>
              ))}
            </ul>
          )}
          <ul>
            <li>
              <NavLink to={entries} isHere={path === entries} words="My entries" />
            </li>
            <li>
              <SignInOrOut path={path} />
            </li>
          </ul>
        </nav>
      </div>
    </header>
  );
}

function NavLink({ to, isHere, words }: { to: string; isHere: boolean; words: string }) {
  return (
    <Link href={to} aria-current={isHere ? 'page' : undefined}>
      {words}
    </Link>
  );
}

function SignInOrOut({ path }: { readonly path: string }) {
  const { session } = useDeps();
  const person = usePerson();
  const [hasLeft, setHasLeft] = useState(false);
  if (person)
    return (
      <button
        type="button"
        onClick={() => {
          setHasLeft(true);
          void session.signOut();
        }}
      >
        Sign out
      </button>
    );
  if (path === '/sign-in')
    return (
      <Link href={path + window.location.search} aria-current="page">
        Sign in
      </Link>
    );
  return (
    // The button that had the focus is gone; without this the focus would be nowhere.
    <Link
      href={signInPath(path)}
      ref={(link: HTMLAnchorElement | null) => void (hasLeft && link?.focus())}
    >
      Sign in
    </Link>
  );
}
