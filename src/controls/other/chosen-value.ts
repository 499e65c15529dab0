import type { ControlValue } from '#core/form/field.ts';
import { isRecord } from '#core/values/is-record.ts';

/** What is chosen, and what is typed for the option that asks for a text, even while that is not chosen. */
export type ChosenValue = {
  readonly chosen: string | readonly string[];
  readonly text: string;
};

/** Whether it is the value of such a control with a text, and not the answer `{ other: 'A spring' }`. */
export function isChosenValue(value: unknown): value is ControlValue {
  return isRecord(value) && typeof value['text'] === 'string' && Object.hasOwn(value, 'chosen');
}

export function chosenValue(controlValue: ControlValue | undefined): ChosenValue {
  if (isRecord(controlValue)) {
    const { chosen, text } = controlValue;
    return {
      chosen: typeof chosen === 'string' || Array.isArray(chosen) ? chosen : '',
      text: typeof text === 'string' ? text : '',
    };
  }
  const isChosen = typeof controlValue === 'string' || Array.isArray(controlValue);
  return { chosen: isChosen ? (controlValue as ChosenValue['chosen']) : '', text: '' };
}

/** The one option that is chosen, or `''`. */
export function chosenOne(controlValue: ControlValue | undefined): string {
  const { chosen } = chosenValue(controlValue);
  return typeof chosen === 'string' ? chosen : '';
}

/** The options that are chosen. */
export function chosenSeveral(controlValue: ControlValue | undefined): readonly string[] {
  const { chosen } = chosenValue(controlValue);
  return typeof chosen === 'string' ? [] : chosen.filter((it) => typeof it === 'string');
}

/** Without a text, the value of a control is what is chosen. */
export function withOtherText(chosen: ChosenValue['chosen'], text: string): ControlValue {
  return text === '' ? chosen : { chosen, text };
}

/** One chosen option as the answer to parse. */
export function toChosenOption(chosen: string, text: string, other: string | undefined): unknown {
  return chosen !== '' && chosen === other && text !== '' ? { [other]: text } : chosen;
}
