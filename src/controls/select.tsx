import { Labelled } from './labelled.tsx';
import { describedBy, heldText, type ControlNamed, type Question } from './question.ts';

export function Select(question: Question<ControlNamed<'choice'>>) {
  const { id, name, control, held, complaint, optional, onHeld } = question;
  return (
    <Labelled question={question}>
      <select
        className="box"
        id={id}
        name={name}
        aria-describedby={describedBy(question)}
        aria-invalid={Boolean(complaint)}
        aria-required={!optional}
        value={heldText(held) || control.default || ''}
        onChange={(event) => onHeld(event.target.value)}
      >
        {!control.default && <option value="">{optional ? 'No answer' : 'Choose one'}</option>}
        {Object.entries(control.options).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
