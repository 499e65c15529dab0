import type { Form } from '#core/form/define-form.ts';
import type { Column } from '../data/response-columns.ts';
import { toResponseRow, type ResponseRow } from '../data/response-row.ts';
import type { Reviewing } from './use-reviewing.ts';

type Drawn = Pick<Reviewing, 'withReviews'> & {
  readonly form: Form;
  readonly columns: readonly Column[];
};

/** The row of a response as this device has reviewed it: the same row, unless it has. */
export function reviewedRow(row: ResponseRow, { form, columns, withReviews }: Drawn): ResponseRow {
  const response = withReviews(row.stored);
  return response === row.stored ? row : toResponseRow(form, columns, response);
}
