import type { ControlNamed } from '#core/form/field.ts';
import type { Codec } from '../codec.ts';
import { numberToText, parseNumberText } from '../number-text.ts';

/** The text of a number input becomes a number. */
export const inputCodec: Codec<ControlNamed<'input'>> = {
  toAnswer: (text, { type, range }) => (type === 'number' ? parseNumberText(text, range) : text),
  fromAnswer: (answer, { type }) =>
    type === 'number' ? numberToText(answer as number) : (answer as string),
};
