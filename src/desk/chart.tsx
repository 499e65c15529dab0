import type { ReactNode } from 'react';
import { desk } from '../words/en/desk.ts';
import { useWords } from '../words/speech.ts';

type Props = {
  readonly title: string;
  /** What the drawing shows, in a sentence. */
  readonly inShort: string;
  readonly head: readonly [string, string];
  readonly rows: readonly (readonly [what: string, count: string])[];
  readonly children: ReactNode;
};

/** A drawing, for who sees it, and the same as a table, for everybody. */
export function Chart({ title, inShort, head, rows, children }: Props) {
  const { showTable } = useWords('desk', desk);
  const [what, count] = head;
  return (
    <figure className="desk-chart">
      <figcaption>
        <h2>{title}</h2>
        <p className="hint">{inShort}</p>
      </figcaption>
      {/* Its sentence is above, its numbers below. */}
      <div aria-hidden="true">{children}</div>
      <details>
        <summary>{showTable}</summary>
        <section
          className="desk-scroll"
          aria-label={title}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it no key could scroll it
          tabIndex={0}
        >
          <table className="desk-table">
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{what}</th>
                <th scope="col" data-number>
                  {count}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(([what, count]) => (
                <tr key={what}>
                  <th scope="row">{what}</th>
                  <td data-number>{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  );
}
