import type { Form } from '#core/form/define-form.ts';
import type { Options } from '#core/form/field.ts';
import { optionsToFilterBy } from '../../../controls/filters.ts';
import type { responsesMessages } from '../../../messages/en/responses.ts';

export type RowQuestion = {
  readonly name: string;
  readonly label: string;
  readonly options: Options;
};

/** The questions by which somebody can be shown some responses only: those with a list of options. */
export function rowQuestions(
  form: Form,
  messages: typeof responsesMessages,
): readonly RowQuestion[] {
  return Object.entries(form.fields).flatMap(([name, field]) => {
    const options = optionsToFilterBy(field, messages);
    return options && options.length > 0 ? [{ name, label: field.label, options }] : [];
  });
}
