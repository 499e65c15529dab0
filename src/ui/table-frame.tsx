import type { Elements } from './elements.ts';

type Props = { readonly label: string; readonly children: Elements };

/** Where a table that is wider than the page scrolls, with the keyboard too. Its styles come with data-table.css. */
export function TableFrame({ label, children }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it no key could scroll it
    <section className="table-frame" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
