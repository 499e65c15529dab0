import type { ControlNamed } from '#core/form/field.ts';
import { currencySymbol } from '../../messages/currency-format.ts';
import { Labelled } from '../question-layout.tsx';
import { inputAria, textValue, type Question } from '../question.ts';
import { signedNumberInputMode } from '../signed-number-keyboard.ts';
import './control.css';

/** A box for an amount, with the currency on the side where the reader's language writes it. */
export default function Currency(question: Question<ControlNamed<'currency'>>) {
  const { id, name, control, controlValue, onControlValue } = question;
  const { code, decimals, range } = control;
  const { symbol, isBefore } = currencySymbol(code);
  const keyboard = decimals === 0 ? 'numeric' : 'decimal';
  return (
    <Labelled question={question}>
      <div className="amount" data-before={isBefore ? '' : undefined}>
        <input
          className="box"
          id={id}
          name={name}
          dir="ltr"
          data-short=""
          autoComplete="off"
          inputMode={(range.min ?? -1) >= 0 ? keyboard : signedNumberInputMode()}
          {...inputAria(question, `${id}-currency`)}
          value={textValue(controlValue)}
          onChange={(event) => onControlValue(event.target.value)}
        />
        <span className="unit" id={`${id}-currency`}>
          {symbol}
        </span>
      </div>
    </Labelled>
  );
}
