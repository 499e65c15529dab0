import { Nothing, part } from '../part.tsx';
import { Labelled } from './labelled.tsx';
import {
  describedBy,
  directionIn,
  heldText,
  type ControlNamed,
  type Question,
} from './question.ts';

const CharactersLeft = part(() => import('./characters-left.tsx'), {
  Waiting: LineToCome,
  Missing: Nothing,
});

export function TextArea(question: Question<ControlNamed<'textarea'>>) {
  const { id, name, control, held, complaint, optional, onHeld } = question;
  const text = heldText(held);
  return (
    <Labelled question={question}>
      <textarea
        className="box"
        id={id}
        name={name}
        rows={control.rows}
        dir={directionIn(text)}
        aria-describedby={[describedBy(question), `${id}-most`].filter(Boolean).join(' ')}
        aria-invalid={Boolean(complaint)}
        aria-required={!optional}
        value={text}
        onChange={(event) => onHeld(event.target.value)}
      />
      <CharactersLeft id={id} text={text} max={control.max} />
    </Labelled>
  );
}

/** As high as what comes, so that nothing jumps. */
function LineToCome() {
  return <p className="hint line-to-come" />;
}
