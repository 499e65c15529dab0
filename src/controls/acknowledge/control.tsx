import type { ControlNamed } from '#core/form/field.ts';
import { MarkdownView } from '../../ui/markdown/markdown-view.tsx';
import { Grouped } from '../question-layout.tsx';
import { describedBy, type Question } from '../question.ts';

/** A text to read, and a box to tick once it has been read. */
export default function Acknowledge(question: Question<ControlNamed<'acknowledge'>>) {
  const { id, name, control, controlValue, issue, optional, onControlValue } = question;
  return (
    <Grouped question={question}>
      <MarkdownView text={control.text} />
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
