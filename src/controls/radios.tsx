import { first } from '../words/en/first.ts';
import { useWords } from '../words/speech.ts';
import { Grouped } from './labelled.tsx';
import { heldText, type ControlNamed, type Question } from './question.ts';

export function Radios(question: Question<ControlNamed<'choice'>>) {
  const { id, name, control, held, optional, onHeld } = question;
  const { none } = useWords('first', first);
  const chosen = heldText(held) || control.default;
  return (
    <Grouped question={question} role="radiogroup">
      <div className="options">
        {Object.entries(control.options).map(([value, words], i) => (
          <label className="option" key={value}>
            <input
              type="radio"
              id={i === 0 ? id : `${id}-${i}`}
              name={name}
              value={value}
              checked={chosen === value}
              onChange={() => onHeld(value)}
            />
            <span>{words}</span>
          </label>
        ))}
      </div>
      {optional && Boolean(chosen) && (
        <button
          className="button-quiet"
          type="button"
          onClick={() => {
            onHeld('');
            document.getElementById(id)?.focus();
          }}
        >
          {none}
        </button>
      )}
    </Grouped>
  );
}
