import type { Form } from '#core/form/define-form.ts';
import { entryReference } from '#core/entries/entry-reference.ts';
import type { NotRelevant } from '#core/logic/not-relevant.ts';
import { foldText } from '../../../messages/fold-text.ts';
import { getOwn } from '#core/values/own-property.ts';
import { localizedAnswer } from './localized-answer.ts';
import type { Column } from './response-columns.ts';
import type { Response } from './response.ts';
import { currentResponse, type CurrentResponse } from './current-response.ts';
import { unaskedAnswers } from './unasked-answers.ts';

/**
 * A response and what is shown of it. A table may have a hundred thousand of them, so all but what the API sent is
 * computed when somebody looks at it.
 */
export type ResponseRow = {
  /** As the API sent it. */
  readonly stored: Response;
  /** With answers to the form as it is now. */
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
  let shared = sharedByColumns.get(columns);
  if (!shared) sharedByColumns.set(columns, (shared = sharedParts(form, columns)));
  return Object.assign(Object.create(shared) as ResponseRow, { stored });
}

/** The same row, to look at once: what is computed of it is forgotten with it, but for the text that is searched. */
export function seenOnce(row: ResponseRow): ResponseRow {
  const seen = Object.create(row) as ResponseRow & Remembered;
  seen.forget = row;
  return seen;
}

/** What a row remembers of itself. */
type Remembered = {
  readonly stored: Response;
  current?: CurrentResponse;
  drawn?: readonly string[];
  folded?: string;
  /** The row that is looked at once. */
  forget?: Remembered;
};

/** Columns are made for one form. */
const sharedByColumns = new WeakMap<readonly Column[], object>();

/** What all rows have in common, so that each is small. */
function sharedParts(form: Form, columns: readonly Column[]): object {
  const currentOf = (row: Remembered) => (row.current ??= currentResponse(form, row.stored));
  const textsOf = (row: Remembered) => {
    const { response, notRelevant } = currentOf(row);
    return (row.drawn ??= columns.map((it) => it.text(response, notRelevant)));
  };
  // What is not asked stays as it was given, unless answers to an earlier version are converted.
  const isAsGiven = ({ formVersion }: Response) => !form.migrate || formVersion === form.version;
  const unaskedOf = (row: Remembered) =>
    unaskedAnswers(form, isAsGiven(row.stored) ? row.stored : currentOf(row).response);
  const searchTextOf = (row: Remembered) =>
    // Joined by newlines, so that a search does not match across two cells.
    [
      ...textsOf(row),
      ...textsInside(form, currentOf(row).response),
      ...unaskedOf(row).values(),
      entryReference(row.stored.id),
    ]
      .map(foldText)
      .join('\n');
  const parts: PropertyDescriptorMap & ThisType<Remembered> = {
    response: {
      get() {
        return currentOf(this).response;
      },
    },
    notRelevant: {
      get() {
        return currentOf(this).notRelevant;
      },
    },
    texts: {
      get() {
        return textsOf(this);
      },
    },
    unasked: {
      get() {
        return unaskedOf(this);
      },
    },
    searchText: {
      get() {
        return ((this.forget ?? this).folded ??= searchTextOf(this));
      },
    },
  };
  return Object.create(null, parts) as object;
}

/** All answers inside repeats, of which the table shows only the names. */
function textsInside({ fields }: Form, { answers }: Response): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    field.instances ? [localizedAnswer(field, getOwn(answers, name))] : [],
  );
}
