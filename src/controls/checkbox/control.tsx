import type { ControlNamed } from '#core/form/field.ts';
import { Grouped } from '../question-layout.tsx';
import { describedBy, type Question } from '../question.ts';

export function Checkbox(question: Question<ControlNamed<'checkbox'>>) {
  const { id, name, control, controlValue, issue, optional, onControlValue } = question;
  return (
    <Grouped question={question}>
      <div className="options">
        <label className="option">
          <input
            type="checkbox"
            id={id}
            name={name}
            aria-describedby={describedBy(question)}
            aria-invalid={Boolean(issue)}
            aria-required={!optional}
            checked={controlValue === true}
            onChange={(event) => onControlValue(event.target.checked)}
          />
          <span>{control.statement}</span>
        </label>
      </div>
    </Grouped>
  );
}
