import type { Control, ControlNamed } from './field.ts';

type Fits<C> = (answer: unknown, control: C) => boolean;

const isText = (answer: unknown) => typeof answer === 'string';

/** The answers that each control can show. The compiler reports a control that is missing. */
const fits: { readonly [Is in Control['is']]: Fits<ControlNamed<Is>> } = {
  input: (answer, { type }) => typeof answer === (type === 'number' ? 'number' : 'string'),
  textarea: isText,
  choice: isText,
  choices: (answer) => Array.isArray(answer) && answer.every(isText),
  checkbox: (answer) => typeof answer === 'boolean',
  location: isLocation,
};

/** Whether a control can show an answer: whether the answer has the right shape, even if it is not valid. */
export function fitsControl(control: Control, answer: unknown): boolean {
  return (fits[control.is] as Fits<Control>)(answer, control);
}

function isLocation(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false;
  const { Latitude, Longitude } = answer as { readonly [part: string]: unknown };
  return typeof Latitude === 'number' && typeof Longitude === 'number';
}
