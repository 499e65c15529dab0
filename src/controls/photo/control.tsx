import type { ControlNamed } from '#core/form/field.ts';
import { Grouped } from '../question-layout.tsx';
import type { Question } from '../question.ts';

export default function Photo(question: Question<ControlNamed<'photo'>>) {
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
