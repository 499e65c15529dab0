import type { ControlNamed, ControlValue } from '#core/form/field.ts';
import type { Codec } from '../codec.ts';
import { unmatchedText } from '../combobox/unmatched-text.ts';

/** The value of the row. Text that is no row becomes a list, which no field accepts. */
export const listCodec: Codec<ControlNamed<'list'>> = {
  toAnswer(controlValue) {
    const unmatched = unmatchedText(controlValue);
    return unmatched === undefined ? controlValue : [unmatched];
  },
  isTyped: (value): value is ControlValue => unmatchedText(value) !== undefined,
  fromAnswer: (answer) => answer as string,
};
