import type { Control, ControlNamed, Field } from './field.ts';

type ReadTexts<C> = (texts: readonly string[], control: C) => unknown;

const oneText = ([text, ...others]: readonly string[]) => (others.length === 0 ? text : undefined);

function oneNumber(texts: readonly string[]): number | undefined {
  const text = oneText(texts) ?? '';
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** The controls whose answers a link can have. Nobody agrees to anything by following a link, so consents are missing. */
const readers: { readonly [Is in Control['is']]?: ReadTexts<ControlNamed<Is>> } = {
  input: (texts, { type }) => (type === 'number' ? oneNumber(texts) : oneText(texts)),
  textarea: oneText,
  month: oneText,
  'date-time': oneText,
  barcode: oneText,
  currency: oneNumber,
  scale: oneNumber,
  slider: oneNumber,
  choice: oneText,
  list: oneText,
  choices: (texts) => texts,
};

const readerOf = (control: Control) => readers[control.is] as ReadTexts<Control> | undefined;

/** Whether a link can have an answer to a field. */
export function isPrefillable({ control }: Pick<Field, 'control'>): boolean {
  return readerOf(control) !== undefined;
}

/**
 * The answer that a link has for a field, to be parsed: numbers with a point, options by their values.
 * @param texts every value of the parameter: `?day=fri&day=sat` has two
 */
export function answerFromLink({ control }: Pick<Field, 'control'>, texts: readonly string[]) {
  return readerOf(control)?.(texts, control);
}
