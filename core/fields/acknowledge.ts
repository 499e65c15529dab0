import type { AnswerTexts, Field } from '../form/field.ts';
import { err, ok } from '../values/result.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';

type AcknowledgeOptions = FieldOptions & {
  /** What has to be read, written as the text of a note. */
  readonly text: string;
  /** What the person confirms, in the first person: "I have read this". */
  readonly statement: string;
};

/** A text that has to be read, and a box to tick when it has been. */
export function acknowledge<const Options extends AcknowledgeOptions>(
  options: Options,
): Field<true, IsRequired<Options>> {
  const { text, statement } = options;
  return makeField<true, Options>(options, {
    control: { is: 'acknowledge', text, statement },
    summary: 'yes-or-no',
    missing: 'unticked',
    noun: statement,
    read: (value) => (value === true ? ok(value) : err('unticked')),
    jsonSchema: { const: true },
    example: true,
    show: (_, { yes }: Pick<AnswerTexts, 'yes'> = { yes: 'Yes' }) => yes,
  });
}
