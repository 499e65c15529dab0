import { Suspense, lazy } from 'react';
import { Labelled } from './labelled.tsx';
import type { ControlNamed, Question } from './question.ts';
import { Radios } from './radios.tsx';

/** Most forms get by without. */
const Select = lazy(() => import('./select.tsx'));

/** More than this are quicker to find in a list than to read one by one. */
const mostRadios = 7;

export function Choice(question: Question<ControlNamed<'choice'>>) {
  const count = Object.keys(question.control.options).length;
  return count <= mostRadios ? (
    <Radios {...question} />
  ) : (
    <Suspense fallback={<Labelled question={question}>{placeForBox}</Labelled>}>
      <Select {...question} />
    </Suspense>
  );
}

/** As high as what comes, so that nothing jumps. */
const placeForBox = <div className="box" aria-busy="true" />;
