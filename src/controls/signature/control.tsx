import type { ControlNamed } from '#core/form/field.ts';
import { Grouped } from '../question-layout.tsx';
import type { Question } from '../question.ts';

export default function Signature(question: Question<ControlNamed<'signature'>>) {
  return (
    <Grouped question={question}>
      <button
        className="button-second"
        type="button"
        id={question.id}
        aria-label={question.label}
      />
    </Grouped>
  );
}
