import { CircularValue } from '../logic/memo-graph.ts';

/** A form's own function failed: which one, and how. Never contains its arguments, its result or its message. */
export type FormError = {
  readonly form: string;
  /** The path of the function in the form: `receipt`, `confirmation.text`. */
  readonly function: string;
  readonly error: string;
};

export type OnFormError = (formError: FormError) => void;

type SafeCall = Omit<FormError, 'error'> & {
  readonly call: () => unknown;
  readonly onFormError?: OnFormError | undefined;
};

/**
 * Calls a form's own function and returns a JSON copy of its result; `undefined` if it throws, is asynchronous,
 * or returns something that is not JSON. An error in a form's code must not affect anything else.
 */
export function callSafely({ form, function: name, call, onFormError }: SafeCall): unknown {
  try {
    return jsonCopy(call());
  } catch (error) {
    onFormError?.({ form, function: name, error: errorClass(error) });
    return undefined;
  }
}

/**
 * A deep copy of a JSON value, so that a form's function cannot modify what is stored or sent. Throws if the
 * value is not JSON.
 */
export function jsonCopy<Value>(value: Value): Value {
  if (value === undefined || typeof value === 'boolean' || typeof value === 'string') return value;
  if (isPromise(value)) {
    // Nobody awaits it: without a handler a rejection would be unhandled.
    value.then(undefined, () => undefined);
    throw new TypeError('A function of a form must not be asynchronous.');
  }
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new TypeError('A function of a form must return JSON.');
  return JSON.parse(text) as Value;
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && isCallable(value.then);
}

function isCallable(value: unknown): boolean {
  return typeof value === 'function';
}

/** The class of an error. Its name and message may quote what a person wrote. */
function errorClass(error: unknown): string {
  // It names fields, never answers.
  if (error instanceof CircularValue) return error.message;
  const errorClasses = [TypeError, RangeError, ReferenceError, SyntaxError, URIError];
  return errorClasses.find((kind) => error instanceof kind)?.name ?? 'Error';
}
