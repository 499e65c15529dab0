import type { ControlNamed } from '#core/form/field.ts';
import { MarkdownView } from '../../ui/markdown/markdown-view.tsx';
import type { Question } from '../question.ts';
import './control.css';

/** A text between the questions. */
export default function Note({ id, label, control }: Question<ControlNamed<'note'>>) {
  return (
    <div className="question note" id={id}>
      {label !== '' && <h2 className="note-heading">{label}</h2>}
      <MarkdownView text={control.text} />
    </div>
  );
}
