import type { ControlNamed } from '#core/form/field.ts';
import { Labelled } from '../question-layout.tsx';
import { signedNumberInputMode } from '../signed-number-keyboard.ts';
import { inputAria, textValue, type Question } from '../question.ts';
import './control.css';
import { directionIn } from '../../ui/text-direction.ts';

/** Addresses are not prose: no automatic capital letters, and no spelling check. */
const verbatim = { autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false };

/** The browser draws its own boxes for these, in the order of the reader's language. */
const pickers: ReadonlySet<string> = new Set(['date', 'time']);

/**
 * Inputs of these kinds have `type="text"`. With `type="number"`, browsers drop text that is not a number. With
 * `type="email"`, some turn other scripts into Punycode, so that one person would have two addresses.
 */
const htmlType = (type: ControlNamed<'input'>['type']) =>
  type === 'number' || type === 'email' ? 'text' : type;

/** Text has the direction of its letters; numbers and addresses are always left to right. */
const directionOf = (type: ControlNamed<'input'>['type'], text: string) =>
  type === 'text' ? directionIn(text) : pickers.has(type) ? undefined : 'ltr';

function inputModeFor(type: ControlNamed<'input'>['type']) {
  if (type === 'number') return signedNumberInputMode();
  return type === 'email' ? type : undefined;
}

export function Input(question: Question<ControlNamed<'input'>>) {
  const { id, name, control, controlValue, onControlValue } = question;
  const { type, inputMode, autoComplete, unit, days, times, isCode } = control;
  const text = textValue(controlValue);
  return (
    <Labelled question={question}>
      <div className="with-unit">
        <input
          className="box"
          id={id}
          name={name}
          type={htmlType(type)}
          dir={directionOf(type, text)}
          {...days}
          {...times}
          inputMode={inputMode ?? inputModeFor(type)}
          autoComplete={autoComplete}
          data-short={type === 'number' || pickers.has(type) ? '' : undefined}
          {...(type === 'email' || type === 'url' || isCode ? verbatim : {})}
          {...inputAria(question, unit && `${id}-unit`)}
          value={text}
          onChange={(event) => onControlValue(event.target.value)}
        />
        {unit && (
          <span className="unit" id={`${id}-unit`}>
            {unit}
          </span>
        )}
      </div>
    </Labelled>
  );
}
