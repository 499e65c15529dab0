import type { ControlNamed } from '#core/form/field.ts';
import { Labelled } from '../question-layout.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import type { Question } from '../question.ts';
import { Radios } from './radios.tsx';

type ChoiceQuestion = Question<ControlNamed<'choice'>>;

/** Loaded only by forms with a longer list of options. */
const Select = lazyPart(() => import('./select.tsx'), {
  Waiting: SelectPlaceholder,
  Missing: Radios,
});

/** Loaded only by forms with a long list of options. */
const Combobox = lazyPart(() => import('./searched-options.tsx'), {
  Waiting: SelectPlaceholder,
  Missing: Radios,
});

/** A longer list of options is easier to use as a select box, */
const maxRadios = 7;
/** and a long one by typing a part of a label. */
export const maxInSelect = 15;

export function Choice(question: ChoiceQuestion) {
  const { options, pictures } = question.control;
  if (pictures || options.length <= maxRadios) return <Radios {...question} />;
  return options.length <= maxInSelect ? <Select {...question} /> : <Combobox {...question} />;
}

/** As high as the select box, so that the layout does not shift. */
function SelectPlaceholder(question: ChoiceQuestion) {
  return (
    <Labelled question={question}>
      <div className="box" aria-busy="true" />
    </Labelled>
  );
}
