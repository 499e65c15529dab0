import type { FileCell } from '../file-cell.ts';
import type { ColumnTexts } from '../file-columns.ts';

/** A sheet of a workbook, not yet split if it has more rows than a sheet can have. */
export type Sheet = {
  readonly name: string;
  readonly columns: readonly ColumnTexts[];
  readonly rows: readonly (readonly FileCell[])[];
};
