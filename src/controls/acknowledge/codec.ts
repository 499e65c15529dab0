import type { ControlNamed } from '#core/form/field.ts';
import type { Codec } from '../codec.ts';

/** A box that is not ticked is no answer. */
export const acknowledgeCodec: Codec<ControlNamed<'acknowledge'>> = {
  toAnswer: (controlValue) => (controlValue === false ? undefined : controlValue),
  fromAnswer: (answer) => answer === true,
};
