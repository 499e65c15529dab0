import { responsesMessages } from '../../messages/en/responses.ts';
import { useMessages } from '../../messages/locale.ts';
import type { Elements } from '../elements.ts';
import '../data-table.css';
import { TableFrame } from '../table-frame.tsx';
import './chart-figure.css';

type Props = {
  readonly title: string;
  /** What the drawing shows, in a sentence. */
  readonly summary: string;
  readonly head: readonly [string, string];
  readonly rows: readonly (readonly [what: string, count: string])[];
  /** Nothing, if a sentence says it all. */
  readonly children?: Elements;
  /** A drawing that people can also use. It hides from screen readers itself what they cannot use. */
  readonly control?: Elements;
  /** What pressing a row does, by its number. */
  readonly onRow?: (row: number) => void;
};

/** A drawing for people who see it, and the same as a table for everybody. */
export function ChartFigure({ title, summary, head, rows, children, ...more }: Props) {
  const { control, onRow } = more;
  const { showTable } = useMessages('responses', responsesMessages);
  const [what, count] = head;
  return (
    <figure className="chart">
      <figcaption>
        <h2>{title}</h2>
        <p className="hint">{summary}</p>
      </figcaption>
      {/* Hidden from screen readers: its summary is above, its numbers below. */}
      {children && <div aria-hidden="true">{children}</div>}
      {control}
      <details>
        <summary>{showTable}</summary>
        <TableFrame label={title}>
          <table className="data-table">
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
              {rows.map(([what, count], i) => (
                <tr key={what}>
                  <th scope="row">
                    {onRow ? (
                      <button className="button-quiet" type="button" onClick={() => onRow(i)}>
                        {what}
                      </button>
                    ) : (
                      <span>{what}</span>
                    )}
                  </th>
                  <td data-number>{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      </details>
    </figure>
  );
}
