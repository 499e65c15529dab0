import { createContext, use, type ComponentType } from 'react';
import { firstControls } from './first-controls.tsx';
import type { furtherControls } from './further-controls.tsx';
import type { Question } from './question.ts';

/** The controls that are not in the first load, and those to draw instead of one in it, from whoever fills in the form. */
export const FurtherControlsContext = createContext<
  (typeof furtherControls & Partial<typeof firstControls>) | undefined
>(undefined);

export function QuestionView(question: Question) {
  const all = { ...firstControls, ...use(FurtherControlsContext) };
  // TypeScript cannot infer that the component is for the same kind of control.
  const ControlView = all[question.control.is] as ComponentType<Question>;
  return <ControlView {...question} />;
}
