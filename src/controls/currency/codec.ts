import type { ControlNamed } from '#core/form/field.ts';
import type { Codec } from '../codec.ts';
import { numberToText, parseNumberText } from '../number-text.ts';

/** The text of the box becomes a number. */
export const currencyCodec: Codec<ControlNamed<'currency'>> = {
  toAnswer: (text, { range }) => parseNumberText(text, range),
  fromAnswer: (answer) => numberToText(answer as number),
};
