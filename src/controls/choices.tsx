import { Grouped } from './labelled.tsx';
import { describedBy, heldList, type ControlNamed, type Question } from './question.ts';

export function Choices(question: Question<ControlNamed<'choices'>>) {
  const { id, name, control, held, complaint, onHeld } = question;
  const chosen = heldList(held);
  return (
    <Grouped question={question}>
      <div className="options">
        {Object.entries(control.options).map(([value, words], i) => (
          <label className="option" key={value}>
            <input
              type="checkbox"
              id={i === 0 ? id : `${id}-${i}`}
              name={name}
              value={value}
              aria-describedby={describedBy(question)}
              aria-invalid={Boolean(complaint)}
              checked={chosen.includes(value)}
              onChange={(event) => {
                const others = chosen.filter((it) => it !== value);
                onHeld(event.target.checked ? [...others, value] : others);
              }}
            />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </Grouped>
  );
}
