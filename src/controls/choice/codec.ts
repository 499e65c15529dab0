import type { ControlNamed, ControlValue } from '#core/form/field.ts';
import { chosenValues, otherText } from '#core/form/options.ts';
import { isRecord } from '#core/values/is-record.ts';
import type { Codec } from '../codec.ts';
import { unmatchedText } from '../combobox/unmatched-text.ts';
import {
  chosenValue,
  isChosenValue,
  toChosenOption,
  withOtherText,
} from '../other/chosen-value.ts';

/** The option, with the text of the one that asks for it. */
export const choiceCodec: Codec<ControlNamed<'choice'>> = {
  toAnswer(controlValue, { other }) {
    const unmatched = unmatchedText(controlValue);
    // A list, which is no option.
    if (unmatched !== undefined) return [unmatched];
    if (!isRecord(controlValue)) return controlValue;
    const { chosen, text } = chosenValue(controlValue);
    return typeof chosen === 'string' ? toChosenOption(chosen, text, other) : chosen;
  },
  isTyped: (value, { other }): value is ControlValue =>
    isChosenValue(value) || (other !== 'typed' && unmatchedText(value) !== undefined),
  fromAnswer: (answer) => withOtherText(chosenValues(answer)[0] ?? '', otherText(answer) ?? ''),
};
