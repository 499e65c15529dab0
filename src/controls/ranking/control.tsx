import { useState } from 'react';
import type { ControlNamed } from '#core/form/field.ts';
import { optionLabel, optionValues } from '#core/form/options.ts';
import { formatNumber } from '../../messages/number-format.ts';
import { optionsMessages } from '../../messages/en/options.ts';
import { useMessages } from '../../messages/locale.ts';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { Grouped } from '../question-layout.tsx';
import { describedBy, listValue, type Question } from '../question.ts';
import { movedTo, rankedOrder } from './ranked-order.ts';
import { useDragging } from './use-dragging.ts';
import './control.css';

/** Puts options in an order, by buttons or by dragging. Until something is moved, they are not ranked. */
export default function Ranking(question: Question<ControlNamed<'ranking'>>) {
  const { id, control, controlValue, issue, optional, onControlValue } = question;
  const messages = useMessages('options', optionsMessages);
  const ranked = listValue(controlValue);
  const order = rankedOrder(optionValues(control.options), ranked);
  const isRanked = ranked.length > 0;
  const [announced, setAnnounced] = useState('');
  const focus = useKeptFocus();
  const labelOf = (value: string) => optionLabel(control.options, value) ?? value;

  function move(value: string, position: number) {
    const moved = movedTo(order, value, position);
    onControlValue(moved);
    setAnnounced(messages.nowAt(labelOf(value), moved.indexOf(value) + 1, moved.length));
  }
  /** The button that was pressed goes away. */
  function setTo(values: readonly string[]) {
    onControlValue(values);
    document.getElementById(id)?.focus();
  }

  const { dragged, handleOf } = useDragging(move);

  return (
    <Grouped question={question}>
      <ol className="ranking" data-invalid={issue ? '' : undefined}>
        {order.map((value, i) => (
          <li key={value} data-dragged={dragged === value ? '' : undefined}>
            <span className="ranking-handle" aria-hidden="true" {...handleOf(value)}>
              <svg viewBox="0 0 12 18">
                <path d="M3 3h.1M9 3h.1M3 9h.1M9 9h.1M3 15h.1M9 15h.1" />
              </svg>
            </span>
            <span className="ranking-rank">{isRanked ? formatNumber(i + 1) : '–'}</span>
            <span className="ranking-label">{labelOf(value)}</span>
            {([-1, 1] as const).map((by) => {
              const isLast = by < 0 ? i === 0 : i === order.length - 1;
              const buttonId = by < 0 && i === 0 ? id : `${id}-${value}-${by}`;
              return (
                <button
                  key={by}
                  className="ranking-move"
                  type="button"
                  id={buttonId}
                  // Not `disabled`, which would lose the focus of the option that arrives there.
                  aria-disabled={isLast}
                  aria-label={(by < 0 ? messages.moveUp : messages.moveDown)(labelOf(value))}
                  aria-describedby={describedBy(question)}
                  onClick={(event) => {
                    if (isLast) return;
                    focus.keepOn(event.currentTarget);
                    move(value, i + by);
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
      </ol>
      {!isRanked && (
        <div className="ranking-start">
          <span className="hint">{messages.unranked}</span>
          <button className="button-quiet" type="button" onClick={() => setTo(order)}>
            {messages.keepOrder}
          </button>
        </div>
      )}
      {isRanked && optional && (
        <button className="button-quiet" type="button" onClick={() => setTo([])}>
          {messages.clear}
        </button>
      )}
      <output className="visually-hidden">{announced}</output>
    </Grouped>
  );
}
