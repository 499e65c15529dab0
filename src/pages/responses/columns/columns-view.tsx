import { optionsMessages } from '../../../messages/en/options.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { useKeptFocus } from '../../../ui/use-kept-focus.ts';
import type { Column } from '../data/response-columns.ts';
import { listedColumns, moved, toggled, type ChosenColumns } from './chosen-columns.ts';
import './columns-view.css';

type Props = {
  readonly columns: readonly Column[];
  readonly chosen: ChosenColumns;
  readonly onChoose: (chosen: ChosenColumns) => void;
};

/** Which columns the table and the files have, and in which order. */
export function ColumnsView({ columns, chosen, onChoose }: Props) {
  const messages = useMessages('responses', responsesMessages);
  const { moveUp, moveDown } = useMessages('options', optionsMessages);
  const focus = useKeptFocus();
  const listed = listedColumns(columns, chosen);
  const shown = listed.filter(({ isShown }) => isShown).length;
  return (
    <>
      <ul className="columns-list">
        {listed.map(({ column: { name, label }, isShown }, i) => (
          <li key={name}>
            <label className="responses-check">
              <input
                type="checkbox"
                checked={isShown}
                onChange={() => onChoose(toggled(columns, chosen, name))}
              />
              <span>{label}</span>
            </label>
            {isShown &&
              ([-1, 1] as const).map((by) => {
                const isLast = by < 0 ? i === 0 : i === shown - 1;
                return (
                  <button
                    key={by}
                    className="columns-move"
                    type="button"
                    aria-disabled={isLast}
                    aria-label={(by < 0 ? moveUp : moveDown)(label)}
                    onClick={({ currentTarget }) => {
                      if (isLast) return;
                      focus.keepOn(currentTarget);
                      onChoose(moved(columns, chosen, name, by));
                    }}
                  >
                    <svg viewBox="0 0 12 12" aria-hidden="true">
                      <path d={by < 0 ? 'm2 8 4-4 4 4' : 'm2 4 4 4 4-4'} />
                    </svg>
                  </button>
                );
              })}
          </li>
        ))}
      </ul>
      {chosen && (
        <button className="button-quiet" type="button" onClick={() => onChoose(undefined)}>
          {messages.allColumns}
        </button>
      )}
    </>
  );
}
