import type { Field } from '../form/field.ts';
import { wordCount } from '../values/characters.ts';
import { err } from '../values/result.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';
import { textKind } from './text.ts';
import { tidyText } from '../values/tidy-text.ts';

type LongTextOptions = FieldOptions & {
  /** In characters as a person counts them; 5000 by default, and enough for the words where there is a `wordLimit`. */
  readonly max?: number;
  /** The most words, as spaces separate them. The page counts them while somebody types. */
  readonly wordLimit?: number;
  /** In characters; 1 by default. */
  readonly min?: number;
  /** How many lines the box has at first; 5 by default. */
  readonly rows?: number;
  /** A valid answer, for the API’s description and for tests. */
  readonly example?: string;
};

/** Several lines of text. */
export function longText<const Options extends LongTextOptions>(
  options: Options,
): Field<string, IsRequired<Options>> {
  const {
    rows = 5,
    wordLimit,
    min,
    max = wordLimit === undefined ? 5000 : wordLimit * charactersPerWord,
    example = 'First line\nSecond line',
  }: LongTextOptions = options;
  const kind = textKind({ min, max }, tidyText);
  return makeField(options, {
    control: { is: 'textarea', rows, max, ...(wordLimit !== undefined && { wordLimit }) },
    missing: 'enter',
    ...kind,
    read: (value) => {
      const text = kind.read(value);
      if (!text.ok || wordLimit === undefined) return text;
      const length = wordCount(text.value);
      return length <= wordLimit
        ? text
        : err({ code: 'too-wordy', limits: { max: wordLimit, length } });
    },
    jsonSchema: {
      ...kind.jsonSchema,
      ...(wordLimit !== undefined && { description: `At most ${wordLimit} words.` }),
    },
    example,
  });
}

/** With the space: words have fewer in most languages that separate them. */
const charactersPerWord = 10;
