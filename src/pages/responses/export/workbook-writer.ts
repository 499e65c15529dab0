import type { Form } from '#core/form/define-form.ts';
import type { FileCell } from './file-cell.ts';
import { currentResponse } from '../data/current-response.ts';
import type { FileWriter } from './file-writer.ts';
import { repeatsIn, repeatTable } from './repeat-file.ts';
import { responseTable, type ShownInFile } from './response-table.ts';
import type { Sheet } from './workbook/sheet.ts';

/** A workbook is put together in memory, with all its texts twice. */
const mostInWorkbook = 50_000;

/** For spreadsheets: a sheet of whole responses, one for each repeat, and one that explains the columns. */
export function workbookWriter(form: Form, shown: ShownInFile = {}): FileWriter {
  const table = responseTable(form, shown);
  const rows: (readonly FileCell[])[] = [];
  const repeats = repeatsIn(form).map((part) => ({
    name: part.label,
    ...repeatTable(form, part),
    written: [] as (readonly FileCell[])[],
  }));
  return {
    ending: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    most: mostInWorkbook,
    add(response) {
      const current = currentResponse(form, response);
      rows.push(table.row(current));
      for (const it of repeats) it.written.push(...it.rows(current));
      return '';
    },
    async parts() {
      const { writeWorkbook } = await import('./workbook/write-workbook.ts');
      const sheets = [
        { name: 'Responses', columns: table.columns(), rows },
        ...repeats.map(({ name, columns, written }) => ({ name, columns, rows: written })),
      ];
      return [await writeWorkbook([...sheets, aboutColumns(sheets)])];
    },
  };
}

function aboutColumns(sheets: readonly Sheet[]): Sheet {
  const columns = ['Sheet', 'Column', 'Name in the API', 'About'].map((label) => ({ label }));
  const rows = sheets.flatMap((sheet) =>
    sheet.columns.map(({ label, name = '', about = '' }) => [sheet.name, label, name, about]),
  );
  const missing = ['', '', '', 'NA: not asked. Empty: asked, and not answered.'];
  return { name: 'About the columns', columns, rows: [...rows, missing] };
}
