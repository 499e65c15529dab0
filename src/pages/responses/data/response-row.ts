import type { Form } from '#core/form/define-form.ts';
import { entryReference } from '#core/entries/entry-reference.ts';
import type { NotRelevant } from '#core/logic/not-relevant.ts';
import { foldText } from '../../../messages/fold-text.ts';
import { computeOnce } from '#core/values/compute-once.ts';
import { getOwn } from '#core/values/own-property.ts';
import { localizedAnswer } from './localized-answer.ts';
import type { Column } from './response-columns.ts';
import type { Response } from './response.ts';
import { currentResponse } from './current-response.ts';
import { unaskedAnswers } from './unasked-answers.ts';

/** A response with its texts, which are built once, when somebody looks at it or searches. */
export type ResponseRow = {
  readonly response: Response;
  /** In the order of the columns. */
  readonly texts: readonly string[];
  /** Answers to removed questions, by field name. */
  readonly unasked: ReadonlyMap<string, string>;
  /** The fields that were not asked, and so are different from those left blank. */
  readonly notRelevant: NotRelevant;
  readonly searchText: string;
};

export function toResponseRow(
  form: Form,
  columns: readonly Column[],
  stored: Response,
): ResponseRow {
  const current = currentResponse(form, stored);
  const { response } = current;
  const texts = computeOnce(() => columns.map((it) => it.text(response, current.notRelevant)));
  const unasked = unaskedAnswers(form, response);
  // Joined by newlines, so that a search does not match across two cells.
  const searchText = computeOnce(() =>
    [...texts(), ...textsInside(form, response), ...unasked.values(), entryReference(response.id)]
      .map(foldText)
      .join('\n'),
  );
  return {
    response,
    get texts() {
      return texts();
    },
    unasked,
    get notRelevant() {
      return current.notRelevant;
    },
    get searchText() {
      return searchText();
    },
  };
}

/** All answers inside repeats, of which the table shows only the names. */
function textsInside({ fields }: Form, { answers }: Response): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    field.instances ? [localizedAnswer(field, getOwn(answers, name))] : [],
  );
}
