import type { ControlNamed } from '#core/form/field.ts';
import { MarkdownView } from '../../ui/markdown/markdown-view.tsx';
import { TickBox } from '../checkbox/tick-box.tsx';
import { Grouped } from '../question-layout.tsx';
import type { Question } from '../question.ts';

/** A text to read, and a box to tick once it has been read. */
export default function Acknowledge(question: Question<ControlNamed<'acknowledge'>>) {
  const { text, statement } = question.control;
  return (
    <Grouped question={question}>
      <MarkdownView text={text} />
      <TickBox question={question} statement={statement} />
    </Grouped>
  );
}
