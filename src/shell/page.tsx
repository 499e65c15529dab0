import { createContext, use, useEffect, useRef, type ReactNode } from 'react';
import type { Elements } from '../elements.ts';
import { noteArrival } from './note-arrival.ts';

type Props = {
  readonly heading: string;
  /** What the tab says. */
  readonly title: string;
  readonly lead?: string | undefined;
  readonly tick?: boolean;
  /** What must be heard before anything else on the page. */
  readonly before?: Elements;
  readonly children: ReactNode;
};

/** Which page was shown last: a browser announces the first one, and no other. */
export const LastShownContext = createContext({ current: '' });

/** A page: its name in the tab, one heading, and what it is about. */
export function Page({ heading, title, lead, tick, before, children }: Props) {
  const main = useRef<HTMLElement>(null);
  useFocusOnArrival(main, heading);
  useEffect(() => {
    document.title = `${title} – Formstead`;
  }, [title]);
  return (
    <main id="main" className="page" tabIndex={-1} ref={main}>
      {before}
      <header className="page-head">
        {tick && (
          <svg className="tick" viewBox="0 0 48 48" aria-hidden="true">
            <circle cx="24" cy="24" r="22.5" />
            <path d="m14 24.5 7.5 7.5L35 17" />
          </svg>
        )}
        <h1 tabIndex={-1}>{heading}</h1>
        {lead && <p className="lead">{lead}</p>}
      </header>
      <div className="page-body">{children}</div>
    </main>
  );
}

/** Where a page will be. */
export function PageToCome() {
  return <main id="main" className="page" aria-busy="true" />;
}

/** Moves to the heading, unless the page has put the focus somewhere better already. */
function useFocusOnArrival(main: { readonly current: HTMLElement | null }, heading: string): void {
  const lastShownRef = use(LastShownContext);
  useEffect(() => {
    const last = lastShownRef.current;
    lastShownRef.current = `${window.location.pathname} ${heading}`;
    // The same page for somebody else, who has just signed out, is no arrival.
    if (last === '' || last === lastShownRef.current) return;
    noteArrival();
    window.scrollTo(0, 0);
    if (!main.current?.contains(document.activeElement)) main.current?.querySelector('h1')?.focus();
  }, [lastShownRef, main, heading]);
}
