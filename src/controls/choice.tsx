import { part } from '../part.tsx';
import { Labelled } from './labelled.tsx';
import type { ControlNamed, Question } from './question.ts';
import { Radios } from './radios.tsx';

/** Most forms get by without. */
const Select = part(() => import('./select.tsx'), { Waiting: BoxToCome, Missing: Radios });

/** More than this are quicker to find in a list than to read one by one. */
const mostRadios = 7;

export function Choice(question: Question<ControlNamed<'choice'>>) {
  const count = Object.keys(question.control.options).length;
  return count <= mostRadios ? <Radios {...question} /> : <Select {...question} />;
}

/** As high as what comes, so that nothing jumps. */
function BoxToCome(question: Question<ControlNamed<'choice'>>) {
  return (
    <Labelled question={question}>
      <div className="box" aria-busy="true" />
    </Labelled>
  );
}
