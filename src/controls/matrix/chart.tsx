import { getOwn } from '#core/values/own-property.ts';
import { responsesMessages } from '../../messages/en/responses.ts';
import { formatNumber } from '../../messages/number-format.ts';
import { useMessages } from '../../messages/locale.ts';
import { ChartFigure } from '../../ui/charts/chart-figure.tsx';
import type { ChartProps } from '../chart.ts';
import '../choice/chart.css';
import './chart.css';

/** A bar for each row of a matrix, divided by how often each column was chosen. */
export function MatrixChart({ label, control, tally }: ChartProps) {
  const messages = useMessages('responses', responsesMessages);
  if (!('columns' in control) || !tally?.rows) return null;
  const { rows, columns } = control;
  const counted = rows.map(([row, rowName]) => {
    const counts = getOwn(tally.rows, row) ?? {};
    let total = 0;
    const parts = columns.map(([column, name], i) => {
      const count = getOwn(counts, column) ?? 0;
      const before = total;
      total += count;
      return { column, name, count, before, opacity: shade(i, columns.length) };
    });
    return { row, rowName, parts, total };
  });
  return (
    <ChartFigure
      title={label}
      summary={messages.answeredBy(tally.answered)}
      head={[messages.answer, messages.responses]}
      rows={counted.flatMap(({ rowName, parts }) =>
        parts.map(({ name, count }) => [`${rowName}: ${name}`, formatNumber(count)]),
      )}
    >
      <ul className="matrix-key">
        {columns.map(([column, name], i) => (
          <li key={column}>
            <svg viewBox="0 0 10 10">
              <rect width="10" height="10" fillOpacity={shade(i, columns.length)} />
            </svg>
            <span>{name}</span>
          </li>
        ))}
      </ul>
      <ul className="option-bars">
        {counted.map(({ row, rowName, parts, total }) => (
          <li key={row}>
            <span>{rowName}</span>
            <span>{formatNumber(total)}</span>
            <svg viewBox={`0 0 ${Math.max(1, total)} 10`} preserveAspectRatio="none">
              <rect className="option-bar-whole" width={Math.max(1, total)} height="10" />
              {parts.map(({ column, count, before, opacity }) => (
                <rect key={column} x={before} width={count} height="10" fillOpacity={opacity} />
              ))}
            </svg>
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}

/** From light for the first column to full for the last. */
function shade(i: number, count: number): number {
  return count === 1 ? 1 : 0.2 + (0.8 * i) / (count - 1);
}
