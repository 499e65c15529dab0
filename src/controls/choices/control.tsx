import type { ControlNamed } from '#core/form/field.ts';
import { Grouped } from '../question-layout.tsx';
import { describedBy, listValue, type Question } from '../question.ts';

export function Choices(question: Question<ControlNamed<'choices'>>) {
  const { id, name, control, controlValue, issue, onControlValue } = question;
  const chosen = listValue(controlValue);
  return (
    <Grouped question={question}>
      <div className="options">
        {Object.entries(control.options).map(([value, optionLabel], i) => (
          <label className="option" key={value}>
            <input
              type="checkbox"
              id={i === 0 ? id : `${id}-${i}`}
              name={name}
              value={value}
              aria-describedby={describedBy(question)}
              aria-invalid={Boolean(issue)}
              checked={chosen.includes(value)}
              onChange={(event) => {
                const others = chosen.filter((it) => it !== value);
                onControlValue(event.target.checked ? [...others, value] : others);
              }}
            />
            <span>{optionLabel}</span>
          </label>
        ))}
      </div>
    </Grouped>
  );
}
