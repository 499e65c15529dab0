import { filesIn } from '#core/files/files-in.ts';
import { asksForFiles } from '#core/form/asks-for-files.ts';
import type { Questions } from '#core/form/field.ts';
import { responseLink } from '../data/response-link.ts';
import type { Response } from '../data/response.ts';
import type { FileColumn } from './file-columns.ts';

type Answered = { readonly answers: Response['answers'] };

/**
 * The column with the address of a response's files, if these questions ask for some. It lasts: the addresses of the
 * files themselves are only valid for minutes.
 */
export function filesLinkColumn<Row extends Answered>(
  form: string,
  questions: Questions,
  responseOf: (row: Row) => Response,
): readonly FileColumn<Row>[] {
  if (!asksForFiles(questions)) return [];
  const cell = (row: Row) =>
    filesIn(row.answers).length > 0 ? responseLink(form, responseOf(row)) : '';
  return [{ label: 'Link to its files', cell }];
}
