import type { ControlNamed } from '#core/form/field.ts';
import { Grouped } from '../question-layout.tsx';
import type { Question } from '../question.ts';
import { TickBox } from './tick-box.tsx';

export function Checkbox(question: Question<ControlNamed<'checkbox'>>) {
  return (
    <Grouped question={question}>
      <TickBox question={question} statement={question.control.statement} />
    </Grouped>
  );
}
