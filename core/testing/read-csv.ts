import { parse } from 'csv-parse/sync';

/**
 * Reads a CSV file with an independent parser. It throws on anything that RFC 4180 does not allow, except that
 * lines may have different numbers of cells.
 */
export function readCsv(text: string, { hasMark = false } = {}): string[][] {
  return parse(text, {
    bom: hasMark,
    record_delimiter: '\r\n',
    relax_column_count: true,
  });
}

/** The original text of a cell, without the apostrophe that guards against formulas. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}
