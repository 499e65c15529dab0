import { createContext, use, useEffect, useRef, type ReactNode } from 'react';
import { brand } from '#brand/brand.ts';
import type { Elements } from './elements.ts';
import { announcePageChange } from './page-change-event.ts';
import './page.css';

type Props = {
  readonly heading: string;
  /** The tab's title. */
  readonly title: string;
  readonly lead?: string | undefined;
  readonly hasTick?: boolean;
  /** For lists and tables: one column, as wide as the window allows, under a small heading. */
  readonly isWide?: boolean;
  /** Content that screen readers must reach before the rest of the page. */
  readonly before?: Elements;
  /** Above the heading: where the page belongs. */
  readonly above?: Elements;
  readonly children: ReactNode;
};

type LastShown = {
  readonly path: string;
  readonly heading: string;
};

/** The page shown last: browsers announce the first page themselves, and no later one. */
export const LastShownContext = createContext<{ current: LastShown | undefined }>({
  current: undefined,
});

/** A page: the tab's title, one heading, an introduction. */
export function Page({ heading, title, lead, hasTick, isWide, before, above, children }: Props) {
  const main = useRef<HTMLElement>(null);
  useFocusOnPageChange(main, heading);
  useEffect(() => {
    document.title = `${title} – ${brand.name}`;
  }, [title]);
  return (
    <main id="main" className={isWide ? 'page page-wide' : 'page'} tabIndex={-1} ref={main}>
      {before}
      <header className="page-head">
        {above}
        {hasTick && (
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

/** Shown while a page loads. */
export function LoadingPage() {
  return <main id="main" className="page" aria-busy="true" />;
}

/**
 * Focuses the heading of another page, unless the page has already put the focus somewhere better. A page also
 * gets another heading where it is: an entry has been sent, or the language was chosen in the menu. Whoever is
 * in the header then stays there.
 */
function useFocusOnPageChange(
  main: { readonly current: HTMLElement | null },
  heading: string,
): void {
  const lastShownRef = use(LastShownContext);
  useEffect(() => {
    const last = lastShownRef.current;
    const path = window.location.pathname;
    lastShownRef.current = { path, heading };
    if (!last || (last.path === path && last.heading === heading)) return;
    const focused = document.activeElement;
    const isInPage = main.current?.contains(focused);
    const isElsewhere = focused !== null && focused !== document.body && !isInPage;
    if (last.path === path && isElsewhere) return;
    announcePageChange();
    window.scrollTo(0, 0);
    if (!isInPage) main.current?.querySelector('h1')?.focus();
  }, [lastShownRef, main, heading]);
}
