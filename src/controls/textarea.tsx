import { Nothing, part } from '../part.tsx';
import { Labelled } from './labelled.tsx';
import { describedBy, heldText, type ControlNamed, type Question } from './question.ts';

const CharactersLeft = part(() => import('./characters-left.tsx'), {
  Waiting: LineToCome,
  Missing: Nothing,
});

export function TextArea(question: Question<ControlNamed<'textarea'>>) {
  const { id, name, control, held, complaint, optional, onHeld } = question;
  return (
    <Labelled question={question}>
      <textarea
        className="box"
        id={id}
        name={name}
        rows={control.rows}
        aria-describedby={[describedBy(question), `${id}-most`].filter(Boolean).join(' ')}
        aria-invalid={Boolean(complaint)}
        aria-required={!optional}
        value={heldText(held)}
        onChange={(event) => onHeld(event.target.value)}
      />
      <CharactersLeft id={id} text={heldText(held)} max={control.max} />
    </Labelled>
  );
}

/** As high as what comes, so that nothing jumps. */
function LineToCome() {
  return <p className="hint line-to-come" />;
}
