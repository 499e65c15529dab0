import { Grouped } from './labelled.tsx';
import { describedBy, type ControlNamed, type Question } from './question.ts';

export function Checkbox(question: Question<ControlNamed<'checkbox'>>) {
  const { id, name, control, held, complaint, optional, onHeld } = question;
  return (
    <Grouped question={question}>
      <div className="options">
        <label className="option">
          <input
            type="checkbox"
            id={id}
            name={name}
            aria-describedby={describedBy(question)}
            aria-invalid={Boolean(complaint)}
            aria-required={!optional}
            checked={held === true}
            onChange={(event) => onHeld(event.target.checked)}
          />
          <span>{control.statement}</span>
        </label>
      </div>
    </Grouped>
  );
}
