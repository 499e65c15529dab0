import type { ReactNode } from 'react';
import type { Control } from '#core/field.ts';
import { Checkbox } from './checkbox.tsx';
import { Choice } from './choice.tsx';
import { Choices } from './choices.tsx';
import { Input } from './input.tsx';
import { Grouped } from './labelled.tsx';
import { part } from '../part.tsx';
import { first } from '../words/en/first.ts';
import { useWords } from '../words/speech.ts';
import type { ControlNamed, Question } from './question.ts';
import { TextArea } from './textarea.tsx';

/** Its map is for the forms that ask for a place; the others do not wait for it. */
const LocationControl = part(() => import('./location.tsx'), {
  Waiting: MapToCome,
  Missing: MapMissing,
});

/** How each control is drawn; the compiler sees that none is missing. */
const drawings: {
  readonly [Is in Control['is']]: (question: Question<ControlNamed<Is>>) => ReactNode;
} = {
  input: Input,
  textarea: TextArea,
  choice: Choice,
  choices: Choices,
  checkbox: Checkbox,
  location: (question) => <LocationControl {...question} />,
};

type Place = Question<ControlNamed<'location'>>;

/** As high as what comes, so that nothing jumps. */
function MapToCome(question: Place) {
  return (
    <Grouped question={question}>
      <div className="location-to-come" aria-busy="true" />
    </Grouped>
  );
}

function MapMissing({ again, ...question }: Place & { readonly again: () => void }) {
  const { tryAgain } = useWords('first', first);
  return (
    <Grouped question={question}>
      <button className="button-second" type="button" onClick={again}>
        {tryAgain}
      </button>
    </Grouped>
  );
}

export function QuestionView(question: Question) {
  // The compiler does not follow that a control and its drawing have the same name.
  const Drawing = drawings[question.control.is] as (question: Question) => ReactNode;
  return <Drawing {...question} />;
}
