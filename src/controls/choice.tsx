import type { ControlNamed, Question } from './question.ts';
import { Radios } from './radios.tsx';
import { Select } from './select.tsx';

/** More than this are quicker to find in a list than to read one by one. */
const mostRadios = 7;

export function Choice(question: Question<ControlNamed<'choice'>>) {
  const count = Object.keys(question.control.options).length;
  return count <= mostRadios ? <Radios {...question} /> : <Select {...question} />;
}
