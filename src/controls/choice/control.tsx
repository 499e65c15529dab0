import type { ControlNamed } from '#core/form/field.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Labelled } from '../question-layout.tsx';
import type { Question } from '../question.ts';
import { Radios } from './radios.tsx';

/** Loaded only by forms with a long list of options. */
const Select = lazyPart(() => import('./select.tsx'), {
  Waiting: SelectPlaceholder,
  Missing: Radios,
});

/** A longer list of options is easier to use as a select box. */
const maxRadios = 7;

export function Choice(question: Question<ControlNamed<'choice'>>) {
  const count = Object.keys(question.control.options).length;
  return count <= maxRadios ? <Radios {...question} /> : <Select {...question} />;
}

/** As high as the select box, so that the layout does not shift. */
function SelectPlaceholder(question: Question<ControlNamed<'choice'>>) {
  return (
    <Labelled question={question}>
      <div className="box" aria-busy="true" />
    </Labelled>
  );
}
