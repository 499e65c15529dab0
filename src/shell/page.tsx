import { createContext, use, useEffect, useRef, type ReactNode } from 'react';

type Props = {
  readonly heading: string;
  /** What the tab says. */
  readonly title: string;
  readonly lead?: string | undefined;
  readonly tick?: boolean;
  /** What must be heard before anything else on the page. */
  readonly before?: ReactNode;
  readonly children: ReactNode;
};

/** Whether a page was shown already: a browser announces the first one, and no other. */
export const HasShownContext = createContext({ current: false });

/** A page: its name in the tab, one heading, and what it is about. */
export function Page({ heading, title, lead, tick, before, children }: Props) {
  const main = useRef<HTMLElement>(null);
  useFocusOnArrival(main);
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

/** Moves to the heading, unless the page has put the focus somewhere better already. */
function useFocusOnArrival(main: { readonly current: HTMLElement | null }): void {
  const hasShownRef = use(HasShownContext);
  useEffect(() => {
    const isFirst = !hasShownRef.current;
    hasShownRef.current = true;
    if (isFirst) return;
    window.scrollTo(0, 0);
    if (!main.current?.contains(document.activeElement)) main.current?.querySelector('h1')?.focus();
  }, [hasShownRef, main]);
}
