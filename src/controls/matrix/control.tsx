import type { ControlNamed } from '#core/form/field.ts';
import { optionsMessages } from '../../messages/en/options.ts';
import { useMessages } from '../../messages/locale.ts';
import { Grouped } from '../question-layout.tsx';
import { describedBy, partsValue, type Question } from '../question.ts';
import './control.css';

/** More columns than this do not fit beside the labels of the rows. */
const mostInTable = 6;

/**
 * A choice of one column in each row: a group of radios for each row. In a wide place they look like a table, with
 * the labels of the columns above.
 */
export default function Matrix(question: Question<ControlNamed<'matrix'>>) {
  const { id, name, control, controlValue, issue, optional, onControlValue } = question;
  const messages = useMessages('options', optionsMessages);
  const { rows, columns } = control;
  const chosen = partsValue(controlValue);
  const isMissing = (row: string) => Boolean(issue) && !optional && !chosen[row];
  // A link from an issue leads to the first row that has no answer.
  const first = rows.find(([row]) => isMissing(row)) ?? rows[0];
  return (
    <Grouped question={question}>
      <div className="matrix" data-table={columns.length <= mostInTable ? '' : undefined}>
        <div className="matrix-row matrix-head" aria-hidden="true">
          <span />
          {columns.map(([column, label]) => (
            <span key={column}>{label}</span>
          ))}
        </div>
        {rows.map(([row, rowLabel], n) => (
          <div
            className="matrix-row"
            key={row}
            role="radiogroup"
            aria-labelledby={`${id}-row-${n}`}
            aria-describedby={isMissing(row) ? describedBy(question) : undefined}
            aria-invalid={isMissing(row)}
            aria-required={!optional}
          >
            <span className="matrix-label" id={`${id}-row-${n}`}>
              {rowLabel}
            </span>
            {columns.map(([column, label], i) => (
              <label className="matrix-option" key={column}>
                <input
                  type="radio"
                  id={row === first?.[0] && i === 0 ? id : `${id}-${n}-${i}`}
                  name={`${name}.${row}`}
                  value={column}
                  checked={chosen[row] === column}
                  onChange={() => onControlValue({ ...chosen, [row]: column })}
                />
                <span>{label}</span>
              </label>
            ))}
          </div>
        ))}
      </div>
      {optional && Object.values(chosen).some(Boolean) && (
        <button
          className="button-quiet"
          type="button"
          onClick={() => {
            onControlValue({});
            document.getElementById(id)?.focus();
          }}
        >
          {messages.clear}
        </button>
      )}
    </Grouped>
  );
}
