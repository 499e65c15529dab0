import type { Control, ControlValue } from '#core/form/field.ts';

/** Converts between an answer and the value of the control in which people type it. */
export type Codec<C extends Control = Control> = {
  /** The answer to parse. It is of unknown origin: whoever is typing may not be done. */
  toAnswer(controlValue: ControlValue, control: C): unknown;
  /** The value of the control that shows an answer of the right shape. */
  fromAnswer(answer: unknown, control: C): ControlValue;
  /**
   * Whether a value of unknown origin is already one of the control, if that can have another shape than the
   * example's: an earlier version of the form has drafts of them.
   */
  isTyped?(value: unknown, control: C): value is ControlValue;
};

/** For controls whose value is the answer. */
export const sameValue: Codec = {
  toAnswer: (controlValue) => controlValue,
  fromAnswer: (answer) => answer as ControlValue,
};
