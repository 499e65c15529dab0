import type { ControlNamed } from '#core/form/field.ts';
import { numbersMessages } from '../../messages/en/numbers.ts';
import { formatNumber } from '../../messages/number-format.ts';
import { useMessages } from '../../messages/locale.ts';
import { ClearChoice } from '../clear-choice.tsx';
import { Grouped } from '../question-layout.tsx';
import { textValue, type Question } from '../question.ts';
import { ScaleEnds } from './scale-ends.tsx';
import './control.css';

/** Whole numbers in a row, or stars, of which one is chosen. */
export default function Scale(question: Question<ControlNamed<'scale'>>) {
  const { id, name, control, controlValue, optional, onControlValue } = question;
  const { min, max, ends, hasStars = false } = control;
  const messages = useMessages('numbers', numbersMessages);
  const chosen = textValue(controlValue);
  const numbers = Array.from({ length: max - min + 1 }, (_, i) => min + i);
  return (
    <Grouped question={question} role="radiogroup">
      <div className={hasStars ? 'scale stars' : 'scale'}>
        {numbers.map((number) => (
          <label
            className="scale-number"
            key={number}
            data-lit={chosen !== '' && number <= Number(chosen) ? '' : undefined}
          >
            <input
              className="visually-hidden"
              type="radio"
              id={number === min ? id : `${id}-${number}`}
              name={name}
              value={number}
              checked={chosen === String(number)}
              onChange={() => onControlValue(String(number))}
            />
            {hasStars ? (
              <>
                <Star />
                <span className="visually-hidden">{messages.stars(number, max)}</span>
              </>
            ) : (
              <span>{formatNumber(number)}</span>
            )}
            {ends && number === min && <span className="visually-hidden">{`, ${ends[0]}`}</span>}
            {ends && number === max && <span className="visually-hidden">{`, ${ends[1]}`}</span>}
          </label>
        ))}
      </div>
      {ends && <ScaleEnds {...{ ends, min, max }} />}
      {optional && chosen !== '' && <ClearChoice onClear={() => onControlValue('')} />}
    </Grouped>
  );
}

function Star() {
  return (
    <svg className="star" viewBox="0 0 24 24" aria-hidden="true">
      <path d="m12 2.6 2.9 5.9 6.5.9-4.7 4.6 1.1 6.5-5.8-3.1-5.8 3.1 1.1-6.5L2.6 9.4l6.5-.9Z" />
    </svg>
  );
}
