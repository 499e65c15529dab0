import type { ControlNamed } from '#core/form/field.ts';
import type { Codec } from '../codec.ts';
import { partsValue } from '../question.ts';

/** The chosen column of each row. */
export const matrixCodec: Codec<ControlNamed<'matrix'>> = {
  toAnswer(controlValue) {
    const chosen = Object.entries(partsValue(controlValue)).filter(([, column]) => column !== '');
    return chosen.length > 0 ? Object.fromEntries(chosen) : undefined;
  },
  fromAnswer: (answer) => answer as { readonly [row: string]: string },
};
