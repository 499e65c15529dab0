import { isFileReference } from '../files/file-reference.ts';
import { isRecord } from '../values/is-record.ts';
import type { Control, ControlNamed } from './field.ts';

type Fits<C> = (answer: unknown, control: C) => boolean;

const isText = (answer: unknown) => typeof answer === 'string';
const isNumber = (answer: unknown) => typeof answer === 'number';

/** The answers that each control can show. The compiler reports a control that is missing. */
const fits: { readonly [Is in Control['is']]: Fits<ControlNamed<Is>> } = {
  input: (answer, { type }) => typeof answer === (type === 'number' ? 'number' : 'string'),
  textarea: isText,
  month: isText,
  'date-time': isText,
  currency: isNumber,
  scale: isNumber,
  slider: isNumber,
  address: (answer) => isRecord(answer) && Object.values(answer).every(isText),
  barcode: isText,
  note: () => false,
  acknowledge: (answer) => typeof answer === 'boolean',
  hidden: isText,
  choice: isChosenOption,
  choices: (answer) => Array.isArray(answer) && answer.every(isChosenOption),
  list: isText,
  matrix: (answer) => isRecord(answer) && Object.values(answer).every(isText),
  ranking: (answer) => Array.isArray(answer) && answer.every(isText),
  checkbox: (answer) => typeof answer === 'boolean',
  location: isLocation,
  drawing: (answer) => isRecord(answer) && Array.isArray(answer['coordinates']),
  photo: isFileList,
  file: isFileList,
  signature: isFileList,
  audio: isFileList,
  repeat: (answer) => Array.isArray(answer) && answer.every(isInstance),
};

/** Whether a control can show an answer: whether the answer has the right shape, even if it is not valid. */
export function fitsControl(control: Control, answer: unknown): boolean {
  return (fits[control.is] as Fits<Control>)(answer, control);
}

/** A value, or a text by the value of the option that asks for one. */
function isChosenOption(it: unknown): boolean {
  return (
    isText(it) || (isRecord(it) && Object.keys(it).length === 1 && Object.values(it).every(isText))
  );
}

function isInstance(it: unknown): boolean {
  return isRecord(it) && typeof it['id'] === 'string';
}

function isFileList(answer: unknown): boolean {
  return Array.isArray(answer) && answer.every(isFileReference);
}

function isLocation(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false;
  const { Latitude, Longitude, ...more } = answer as { readonly [part: string]: unknown };
  return [Latitude, Longitude, ...Object.values(more)].every(isNumber);
}
