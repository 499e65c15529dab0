import type { ControlNamed } from '#core/form/field.ts';
import { chosenValues, otherText } from '#core/form/options.ts';
import { isRecord } from '#core/values/is-record.ts';
import type { Codec } from '../codec.ts';
import {
  chosenSeveral,
  chosenValue,
  isChosenValue,
  toChosenOption,
  withOtherText,
} from '../other/chosen-value.ts';

/** The options, with the text of the one that asks for it. */
export const choicesCodec: Codec<ControlNamed<'choices'>> = {
  toAnswer(controlValue, { other }) {
    if (!isRecord(controlValue)) return controlValue;
    const { text } = chosenValue(controlValue);
    return chosenSeveral(controlValue).map((it) => toChosenOption(it, text, other));
  },
  isTyped: isChosenValue,
  fromAnswer: (answer) => withOtherText(chosenValues(answer), otherText(answer) ?? ''),
};
