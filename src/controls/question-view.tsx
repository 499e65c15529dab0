import { Suspense, lazy, type ReactNode } from 'react';
import type { Control } from '#core/field.ts';
import { Checkbox } from './checkbox.tsx';
import { Choice } from './choice.tsx';
import { Choices } from './choices.tsx';
import { Input } from './input.tsx';
import { Grouped } from './labelled.tsx';
import type { ControlNamed, Question } from './question.ts';
import { TextArea } from './textarea.tsx';

/** Its map is for the forms that ask for a place; the others do not wait for it. */
const LocationControl = lazy(() => import('./location.tsx'));

/** How each control is drawn; the compiler sees that none is missing. */
const drawings: {
  readonly [Is in Control['is']]: (question: Question<ControlNamed<Is>>) => ReactNode;
} = {
  input: Input,
  textarea: TextArea,
  choice: Choice,
  choices: Choices,
  checkbox: Checkbox,
  location: (question) => (
    <Suspense fallback={<Grouped question={question}>{placeForMap}</Grouped>}>
      <LocationControl {...question} />
    </Suspense>
  ),
};

/** As high as what comes, so that nothing jumps. */
const placeForMap = <div className="location-to-come" aria-busy="true" />;

export function QuestionView(question: Question) {
  // The compiler does not follow that a control and its drawing have the same name.
  const Drawing = drawings[question.control.is] as (question: Question) => ReactNode;
  return <Drawing {...question} />;
}
