import { optionsMessages } from '../../../messages/en/options.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { tableMessages } from '../../../messages/en/table.ts';
import { useMessages } from '../../../messages/locale.ts';
import { useKeptFocus } from '../../../ui/use-kept-focus.ts';
import type { Column } from '../data/response-columns.ts';
import { useFormSettings } from '../settings/with-settings.tsx';
import { togglePinned } from '../table/pinned-columns.ts';
import { listedColumns, moved, toggled, type ChosenColumns } from './chosen-columns.ts';
import './columns-view.css';

type Props = {
  readonly columns: readonly Column[];
  readonly chosen: ChosenColumns;
  readonly onChoose: (chosen: ChosenColumns) => void;
  readonly form: string;
};

/** Which columns the table and the files have, and in which order. */
export function ColumnsView({ form, columns, chosen, onChoose }: Props) {
  const messages = useMessages('responses', responsesMessages);
  const { moveUp, moveDown } = useMessages('options', optionsMessages);
  const { compact, pin } = useMessages('table', tableMessages);
  const { settings, change } = useFormSettings(form);
  const { isCompact, pinned } = settings;
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
            {isShown && (
              <button
                className="columns-move"
                type="button"
                aria-label={pin(label)}
                aria-pressed={pinned.includes(name)}
                onClick={() =>
                  change((before) => ({ ...before, pinned: togglePinned(before.pinned, name) }))
                }
              >
                <svg viewBox="0 0 12 12" aria-hidden="true">
                  <path d="M4 1.5h4M4.5 1.5v3.5L3 7h6L7.5 5V1.5M6 7v4" />
                </svg>
              </button>
            )}
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
      <label className="responses-check">
        <input
          type="checkbox"
          checked={isCompact}
          onChange={({ target: { checked } }) =>
            change((before) => ({ ...before, isCompact: checked }))
          }
        />
        <span>{compact}</span>
      </label>
      {chosen && (
        <button className="button-quiet" type="button" onClick={() => onChoose(undefined)}>
          {messages.allColumns}
        </button>
      )}
    </>
  );
}
