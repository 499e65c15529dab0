import { useMemo } from 'react';
import type { ControlNamed } from '#core/form/field.ts';
import { optionLabel } from '#core/form/options.ts';
import { Combobox } from '../combobox/combobox.tsx';
import { unmatchedText } from '../combobox/unmatched-text.ts';
import { chosenOne, chosenValue, withOtherText } from '../other/chosen-value.ts';
import { OtherText } from '../other/other-text.tsx';
import { Labelled } from '../question-layout.tsx';
import type { Question } from '../question.ts';

/** A choice of one of many options, by typing a part of its label. */
export default function SearchedOptions(question: Question<ControlNamed<'choice'>>) {
  const { id, control, controlValue, full, notes, onControlValue } = question;
  const { options: pairs, other } = control;
  const options = useMemo(
    () =>
      pairs.map(([value, label], i) => ({
        value,
        label,
        note: notes?.[i],
        isFull: full?.includes(value),
      })),
    [pairs, notes, full],
  );
  const { text } = chosenValue(controlValue);
  const chosen = chosenOne(controlValue) || control.default || '';
  return (
    <Labelled question={question}>
      <Combobox
        question={question}
        options={options}
        chosen={optionLabel(pairs, chosen) ?? ''}
        typed={unmatchedText(controlValue)}
        onChoose={(value) => onControlValue(withOtherText(value, text))}
        onType={(typed) => onControlValue({ typed })}
      />
      {chosen !== '' && chosen === other && <OtherText question={question} id={`${id}-other`} />}
    </Labelled>
  );
}
