import { isRecord } from '#core/values/is-record.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { ControlNamed } from '#core/form/field.ts';
import { paperMessages } from '../../messages/en/paper.ts';
import { useMessages } from '../../messages/locale.ts';

type Props = Pick<ControlNamed<'matrix'>, 'rows' | 'columns'> & { readonly answer: unknown };

/** Whether each row has one of the columns: an answer to an earlier version of the form may not. */
export function fitsMatrix({ rows, columns, answer }: Props): boolean {
  return (
    isRecord(answer) &&
    Object.entries(answer).every(
      ([row, chosen]) => isOption(rows, row) && isOption(columns, chosen),
    )
  );
}

/** A matrix as it was filled in: a table with a tick in each row. */
export function MatrixOnPaper({ rows, columns, answer }: Props) {
  const { question } = useMessages('paper', paperMessages);
  const chosen = isRecord(answer) ? answer : {};
  return (
    <table className="paper-matrix">
      <thead>
        <tr>
          <th scope="col">{question}</th>
          {columns.map(([value, label]) => (
            <th key={value} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([row, label]) => (
          <tr key={row}>
            <th scope="row">{label}</th>
            {columns.map(([value]) => (
              <td key={value}>{getOwn(chosen, row) === value ? '✓' : ''}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function isOption(options: Props['rows'], value: unknown): boolean {
  return options.some(([it]) => it === value);
}
