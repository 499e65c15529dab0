import type { ControlNamed } from '#core/form/field.ts';
import { firstLoad } from '../../messages/en/first-load.ts';
import { useMessages } from '../../messages/locale.ts';
import { Grouped } from '../question-layout.tsx';
import { textValue, type Question } from '../question.ts';

export function Radios(question: Question<ControlNamed<'choice'>>) {
  const { id, name, control, controlValue, optional, onControlValue } = question;
  const { none } = useMessages('firstLoad', firstLoad);
  const chosen = textValue(controlValue) || control.default;
  return (
    <Grouped question={question} role="radiogroup">
      <div className="options">
        {Object.entries(control.options).map(([value, optionLabel], i) => (
          <label className="option" key={value}>
            <input
              type="radio"
              id={i === 0 ? id : `${id}-${i}`}
              name={name}
              value={value}
              checked={chosen === value}
              onChange={() => onControlValue(value)}
            />
            <span>{optionLabel}</span>
          </label>
        ))}
      </div>
      {optional && Boolean(chosen) && (
        <button
          className="button-quiet"
          type="button"
          onClick={() => {
            onControlValue('');
            document.getElementById(id)?.focus();
          }}
        >
          {none}
        </button>
      )}
    </Grouped>
  );
}
