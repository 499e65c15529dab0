import type { ReactNode } from 'react';
import { repeatMessages } from '../../messages/en/repeat.ts';
import { useMessages } from '../../messages/locale.ts';
import type { AnswerRow, InstanceRows } from './question-rows.ts';
import './row-list.css';

type Props = {
  readonly rows: readonly AnswerRow[];
  /** What to say instead of an answer. */
  readonly missing: (row: AnswerRow) => string;
};

/** Questions with their answers; those of a repeat instance by instance. */
export function RowList({ rows, missing }: Props) {
  return (
    <dl className="facts">
      {rows.map((row) => (
        <div key={row.name}>
          <dt>{row.label}</dt>
          <dd dir="auto" translate={row.translate}>
            {drawAnswer(row, missing)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** An answer, as the only child of its element. */
export function drawAnswer(row: AnswerRow, missing: Props['missing']): ReactNode {
  if (row.instances) return <InstanceList instances={row.instances} missing={missing} />;
  return row.text || <span className="hint">{missing(row)}</span>;
}

type ListProps = Pick<Props, 'missing'> & { readonly instances: readonly InstanceRows[] };

function InstanceList({ instances, missing }: ListProps) {
  const { numbered } = useMessages('repeat', repeatMessages);
  return (
    <ol className="row-instances">
      {instances.map(({ id, one, number, ownName, rows }) => (
        <li key={id}>
          <p>
            <span className="hint">{`${numbered(one, number)} `}</span>
            {ownName !== undefined && <bdi className="row-own-name">{ownName}</bdi>}
          </p>
          <RowList rows={rows} missing={missing} />
        </li>
      ))}
    </ol>
  );
}
