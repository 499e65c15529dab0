import type { ReactNode } from 'react';
import type { Control } from '#core/field.ts';
import { Checkbox } from './checkbox.tsx';
import { Choice } from './choice.tsx';
import { Choices } from './choices.tsx';
import { Input } from './input.tsx';
import { LocationControl } from './location.tsx';
import type { ControlNamed, Question } from './question.ts';
import { TextArea } from './textarea.tsx';

/** How each control is drawn; the compiler sees that none is missing. */
const drawings: {
  readonly [Is in Control['is']]: (question: Question<ControlNamed<Is>>) => ReactNode;
} = {
  input: Input,
  textarea: TextArea,
  choice: Choice,
  choices: Choices,
  checkbox: Checkbox,
  location: LocationControl,
};

export function QuestionView(question: Question) {
  // The compiler does not follow that a control and its drawing have the same name.
  const Drawing = drawings[question.control.is] as (question: Question) => ReactNode;
  return <Drawing {...question} />;
}
