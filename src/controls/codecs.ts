import type { Control, ControlNamed, ControlValue } from '#core/form/field.ts';
import { sameValue, type Codec } from './codec.ts';
import { inputCodec } from './input/codec.ts';
import { locationCodec } from './location/codec.ts';

/** The codec of each control. The compiler reports a control that is missing. */
const codecs: { readonly [Is in Control['is']]: Codec<ControlNamed<Is>> } = {
  input: inputCodec,
  textarea: sameValue,
  choice: sameValue,
  choices: sameValue,
  checkbox: sameValue,
  location: locationCodec,
};

/** Converts a control's value to the value to parse. */
export function fromControlValue(control: Control, controlValue: ControlValue): unknown {
  return codecOf(control).toAnswer(controlValue, control);
}

/** Converts an answer to the value of the control that shows it. */
export function toControlValue(control: Control, answer: unknown): ControlValue {
  return codecOf(control).fromAnswer(answer, control);
}

function codecOf(control: Control): Codec {
  return codecs[control.is];
}
