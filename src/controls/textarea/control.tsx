import type { ControlNamed } from '#core/form/field.ts';
import { Nothing, lazyPart } from '../../ui/lazy-part.tsx';
import { Labelled } from '../question-layout.tsx';
import { inputAria, textValue, type Question } from '../question.ts';
import './control.css';
import { directionIn } from '../../ui/text-direction.ts';

const LengthLeft = lazyPart(() => import('./length-left.tsx'), {
  Waiting: LinePlaceholder,
  Missing: Nothing,
});

export function TextArea(question: Question<ControlNamed<'textarea'>>) {
  const { id, name, control, controlValue, onControlValue } = question;
  const text = textValue(controlValue);
  return (
    <Labelled question={question}>
      <textarea
        className="box"
        id={id}
        name={name}
        rows={control.rows}
        dir={directionIn(text)}
        {...inputAria(question, `${id}-most`)}
        value={text}
        onChange={(event) => onControlValue(event.target.value)}
      />
      <LengthLeft id={id} text={text} max={control.max} wordLimit={control.wordLimit} />
    </Labelled>
  );
}

/** As high as the line of text, so that the layout does not shift. */
function LinePlaceholder() {
  return <p className="hint line-to-come" />;
}
