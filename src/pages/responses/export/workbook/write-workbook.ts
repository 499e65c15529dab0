import writeXlsxFile from 'write-excel-file/universal';
import type { Sheet } from './sheet.ts';
import { sheetNames } from './sheet-names.ts';
import { workbookCell } from './workbook-cell.ts';

/** A sheet's limit, without the row of headings: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
const mostRows = 1_048_575;

/** Writes an Excel workbook (.xlsx, ECMA-376). Each sheet’s headings stay in view. */
export function writeWorkbook(sheets: readonly Sheet[], most = mostRows): Promise<Blob> {
  const parts = sheets.flatMap((it) => splitRows(it, most));
  const names = sheetNames(parts.map(({ name }) => name));
  return writeXlsxFile(
    parts.map(({ columns, rows }, i) => ({
      sheet: names[i] ?? '',
      data: [columns.map(({ label }) => heading(label)), ...rows.map((it) => it.map(workbookCell))],
      columns: columns.map(({ label }) => ({ width: widthOf(label) })),
      stickyRowsCount: 1,
    })),
  ).toBlob();
}

function splitRows({ name, columns, rows }: Sheet, most: number): readonly Sheet[] {
  const count = Math.max(1, Math.ceil(rows.length / most));
  return Array.from({ length: count }, (_, i) => ({
    name,
    columns,
    rows: rows.slice(i * most, (i + 1) * most),
  }));
}

function heading(label: string) {
  return { value: label, type: String, fontWeight: 'bold' } as const;
}

/** In characters: room for a day and a time, and for most labels. */
function widthOf(label: string): number {
  return Math.min(40, Math.max(16, label.length + 2));
}
