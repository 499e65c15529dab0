import type { ControlNamed } from '#core/form/field.ts';
import type { Codec } from '../codec.ts';

/** The number as text. */
export const scaleCodec: Codec<ControlNamed<'scale'>> = {
  toAnswer: (controlValue) => (controlValue === '' ? undefined : Number(controlValue)),
  fromAnswer: (answer) => String(answer),
};
