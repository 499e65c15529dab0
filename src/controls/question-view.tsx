import type { ComponentType } from 'react';
import { controls } from './controls.tsx';
import type { Question } from './question.ts';

export function QuestionView(question: Question) {
  // TypeScript cannot infer that the component is for the same kind of control.
  const ControlView = controls[question.control.is] as ComponentType<Question>;
  return <ControlView {...question} />;
}
