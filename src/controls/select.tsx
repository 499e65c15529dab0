import { first } from '../words/en/first.ts';
import { useWords } from '../words/speech.ts';
import { Labelled } from './labelled.tsx';
import { describedBy, heldText, type ControlNamed, type Question } from './question.ts';

export default function Select(question: Question<ControlNamed<'choice'>>) {
  const { id, name, control, held, complaint, optional, onHeld } = question;
  const words = useWords('first', first);
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
        {!control.default && (
          <option value="">{optional ? words.noAnswer : words.chooseOne}</option>
        )}
        {Object.entries(control.options).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
