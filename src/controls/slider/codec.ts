import type { ControlNamed } from '#core/form/field.ts';
import type { Codec } from '../codec.ts';
import { numberToText, parseNumberText } from '../number-text.ts';

/** The text of the box becomes a number. */
export const sliderCodec: Codec<ControlNamed<'slider'>> = {
  toAnswer: (text, { min, max }) => parseNumberText(text, { min, max }),
  fromAnswer: (answer) => numberToText(answer as number),
};
