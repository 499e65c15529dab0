import type { Control, ControlNamed, ControlValue, Field } from '#core/form/field.ts';
import { fitsControl } from '#core/form/fits-control.ts';
import { isRecord } from '#core/values/is-record.ts';
import { getOwn } from '#core/values/own-property.ts';
import { sameValue, type Codec } from './codec.ts';
import { acknowledgeCodec } from './acknowledge/codec.ts';
import { addressCodec } from './address/codec.ts';
import { choiceCodec } from './choice/codec.ts';
import { choicesCodec } from './choices/codec.ts';
import { currencyCodec } from './currency/codec.ts';
import { drawingCodec } from './drawing/codec.ts';
import { inputCodec } from './input/codec.ts';
import { listCodec } from './list/codec.ts';
import { locationCodec } from './location/codec.ts';
import { matrixCodec } from './matrix/codec.ts';
import { monthCodec } from './month/codec.ts';
import { scaleCodec } from './scale/codec.ts';
import { sliderCodec } from './slider/codec.ts';
import { repeatCodec } from './repeat/codec.ts';

/** The codec of each control. The compiler reports a control that is missing. */
const codecs: { readonly [Is in Control['is']]: Codec<ControlNamed<Is>> } = {
  input: inputCodec,
  textarea: sameValue,
  month: monthCodec,
  'date-time': sameValue,
  currency: currencyCodec,
  scale: scaleCodec,
  slider: sliderCodec,
  address: addressCodec,
  barcode: sameValue,
  note: sameValue,
  acknowledge: acknowledgeCodec,
  hidden: sameValue,
  choice: choiceCodec,
  choices: choicesCodec,
  list: listCodec,
  matrix: matrixCodec,
  ranking: sameValue,
  checkbox: sameValue,
  location: locationCodec,
  drawing: drawingCodec,
  photo: sameValue,
  file: sameValue,
  signature: sameValue,
  audio: sameValue,
  repeat: repeatCodec({
    toAnswer: ({ control }, controlValue) => fromControlValue(control, controlValue),
    fromAnswer: toControlValueOf,
  }),
};

/** Converts a control's value to the value to parse. */
export function fromControlValue(control: Control, controlValue: ControlValue): unknown {
  return codecOf(control).toAnswer(controlValue, control);
}

/** Converts an answer to the value of the control that shows it. */
export function toControlValue(control: Control, answer: unknown): ControlValue {
  return codecOf(control).fromAnswer(answer, control);
}

/**
 * An answer, valid or not, as the value of its field's control; `undefined` if the control cannot show it. A draft
 * of an earlier version of the form has numbers as text, as they were typed.
 */
export function toControlValueOf(field: Field, given: unknown): ControlValue | undefined {
  const { control, example } = field;
  if (codecOf(control).isTyped?.(given, control)) return given;
  const parsed = field.parse(given);
  const answer = parsed.ok ? parsed.value : given;
  if (parsed.ok || fitsControl(control, answer)) return toControlValue(control, answer);
  const shown = toControlValue(control, example);
  return isTypedLike(shown, answer) ? answer : undefined;
}

/** Whether it has the type of what is typed in the same control. */
function isTypedLike(typed: ControlValue, it: unknown): it is ControlValue {
  if (!isRecord(typed)) return typeof it === 'string';
  return isRecord(it) && Object.keys(typed).every((part) => typeof getOwn(it, part) === 'string');
}

function codecOf(control: Control): Codec {
  return codecs[control.is];
}
