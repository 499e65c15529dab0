import type { Form } from '#core/form/define-form.ts';
import type { Column } from '../data/response-columns.ts';
import { toResponseRow, type ResponseRow } from '../data/response-row.ts';
import type { Response } from '../data/response.ts';

type Drawn = {
  /** The same response, unless something was decided about it here. */
  readonly asDecided: (response: Response) => Response;
  readonly form: Form;
  readonly columns: readonly Column[];
};

/** The row of a response as it will be once this device has sent what was decided here. */
export function rowAsDecided(row: ResponseRow, { form, columns, asDecided }: Drawn): ResponseRow {
  const response = asDecided(row.stored);
  return response === row.stored ? row : toResponseRow(form, columns, response);
}
