import type { Field } from '../form/field.ts';
import { err } from '../values/result.ts';
import { makeField } from './make-field.ts';

type NoteOptions = {
  /** A heading above the text. */
  readonly label?: string;
  /**
   * Paragraphs, `**bold**`, `*italic*`, lists and `[links](https://…)`, as in Markdown, and nothing else of it.
   * A blank line begins a new paragraph.
   */
  readonly text: string;
};

/** A text between the questions. It has no answer, and is in no table and no file. */
export function note({ label = '', text }: NoteOptions): Field<never, false> {
  return {
    ...makeField<never, { label: string; optional: true }>(
      { label, optional: true },
      {
        control: { is: 'note', text },
        missing: 'unasked',
        read: () => err('unasked'),
        jsonSchema: { not: {} },
        example: undefined as never,
      },
    ),
    hasNoAnswer: true,
  };
}
