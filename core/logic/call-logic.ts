import { callSafely, type OnFormError } from '../form/safe-call.ts';
import { assertStorable } from '../values/storable-json.ts';

/** Which function of which form is called, and who is told if it fails. */
export type LogicCall = {
  readonly form: string;
  /** The path of the function: `when.school`, or `people.when.school` inside a repeat. */
  readonly function: string;
  readonly onFormError: OnFormError | undefined;
};

/** Calls a condition or a rule. `undefined` if it fails; returning nothing counts as false. */
export function isMet(logic: LogicCall, call: () => unknown): boolean | undefined {
  const met = callSafely({
    ...logic,
    call: () => {
      const result = call() ?? false;
      if (typeof result === 'boolean') return result;
      throw new TypeError('Neither true nor false.');
    },
  });
  return typeof met === 'boolean' ? met : undefined;
}

/**
 * Calls a function that returns a value: a calculation, limits or a default. `undefined` if it fails, returns
 * nothing, or its result cannot be stored.
 */
export function valueOf(logic: LogicCall, call: () => unknown): unknown {
  return callSafely({
    ...logic,
    call: () => {
      const value = call();
      assertStorable(value);
      return value;
    },
  });
}
