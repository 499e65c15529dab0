/** A function of a form that failed: which one, and how. Nothing of what it was given, nor of what it said. */
export type Fault = {
  readonly form: string;
  /** As the form calls it: `receipt`, `confirmation.text`. */
  readonly function: string;
  readonly error: string;
};

export type OnFault = (fault: Fault) => void;

type Attempt = Omit<Fault, 'error'> & {
  readonly call: () => unknown;
  readonly onFault?: OnFault | undefined;
};

/**
 * What a form's own function answers, as JSON would carry it; nothing where it throws, is still at it, or
 * answers what JSON cannot say. It is somebody's code about somebody's answers: it fails for itself alone.
 */
export function attempt({ form, function: name, call, onFault }: Attempt): unknown {
  try {
    return copyOf(call());
  } catch (error) {
    onFault?.({ form, function: name, error: kindOf(error) });
    return undefined;
  }
}

/**
 * What JSON makes of a value: one of its own, so that whatever a form's function does to what it is given is
 * done to nothing that is stored or told. Throws where JSON cannot say it.
 */
export function copyOf<Value>(value: Value): Value {
  if (value === undefined) return value;
  if (isPromise(value)) {
    // Nobody waits for it, so nobody else would hear of its failing.
    value.then(undefined, () => undefined);
    throw new TypeError('A function of a form must not be asynchronous.');
  }
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new TypeError('A function of a form must answer with JSON.');
  return JSON.parse(text) as Value;
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && isCallable(value.then);
}

function isCallable(value: unknown): boolean {
  return typeof value === 'function';
}

/** By its class: its own name and message may quote what a person wrote. */
function kindOf(error: unknown): string {
  const known = [TypeError, RangeError, ReferenceError, SyntaxError, URIError];
  return known.find((kind) => error instanceof kind)?.name ?? 'Error';
}
