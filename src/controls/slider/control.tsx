import type { ControlNamed } from '#core/form/field.ts';
import { numbersMessages } from '../../messages/en/numbers.ts';
import { useMessages } from '../../messages/locale.ts';
import { numberToText, parseNumberText } from '../number-text.ts';
import { Grouped } from '../question-layout.tsx';
import { inputAria, textValue, type Question } from '../question.ts';
import { ScaleEnds } from '../scale/scale-ends.tsx';
import { signedNumberInputMode } from '../signed-number-keyboard.ts';
import '../parts.css';
import './control.css';

/** A number in a box, and a slider that shows it and changes it. */
export default function Slider(question: Question<ControlNamed<'slider'>>) {
  const { id, name, control, controlValue, onControlValue } = question;
  const { min, max, step, unit, ends } = control;
  const messages = useMessages('numbers', numbersMessages);
  const typed = textValue(controlValue);
  const number = parseNumberText(typed, { min, max });
  const isChosen = typeof number === 'number';
  const choose = (text: string) => onControlValue(numberToText(Number(text)));
  return (
    <Grouped question={question}>
      <label className="part-label" htmlFor={id}>
        {messages.number}
      </label>
      <div className="slider-number">
        <input
          className="box"
          id={id}
          name={name}
          dir="ltr"
          data-short=""
          autoComplete="off"
          inputMode={min >= 0 ? 'decimal' : signedNumberInputMode()}
          {...inputAria(question, unit && `${id}-unit`)}
          value={typed}
          onChange={(event) => onControlValue(event.target.value)}
        />
        {unit && (
          <span className="unit" id={`${id}-unit`}>
            {unit}
          </span>
        )}
      </div>
      <input
        className="slider"
        type="range"
        aria-labelledby={`${id}-label`}
        aria-valuetext={isChosen ? [typed, unit].filter(Boolean).join(' ') : messages.notChosen}
        data-unchosen={isChosen ? undefined : ''}
        {...{ min, max, step }}
        value={isChosen ? number : min + (max - min) / 2}
        onChange={(event) => choose(event.target.value)}
        // A browser reports no change when the number that it shows at first is chosen.
        onPointerUp={(event) => choose(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== ' ') return;
          event.preventDefault();
          choose(event.currentTarget.value);
        }}
      />
      {ends && <ScaleEnds {...{ ends, min, max }} />}
    </Grouped>
  );
}
