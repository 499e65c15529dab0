import { parse } from 'csv-parse/sync';

/**
 * For tests: the records of a file, as somebody else's program reads them. What RFC 4180 does not allow
 * throws; only the number of cells may differ from one line to the next.
 */
export function readCsv(text: string, { hasMark = false } = {}): string[][] {
  return parse(text, {
    bom: hasMark,
    record_delimiter: '\r\n',
    relax_column_count: true,
  });
}

/** What was in a cell of text before it was made safe. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}
