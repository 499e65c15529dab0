import { numberToText } from '../../../controls/number-text.ts';
import { saysMissing, type FileCell } from './file-cell.ts';

/** How cells are separated, and numbers written. */
export type CsvDialect = {
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
};

/** How a whole file is written. */
export type CsvOptions = { readonly hasByteOrderMark: boolean; readonly dialect?: CsvDialect };

/** For programs, and most spreadsheets. */
export const commaDialect: CsvDialect = { separator: ',', decimal: '.' };

/** For spreadsheets in countries that write decimals with a comma. */
export const semicolonDialect: CsvDialect = { separator: ';', decimal: ',' };

/** Tells Excel that a file is UTF-8. Other programs may read it as part of the first cell. */
const byteOrderMark = '\uFEFF';

/** What is above the records of a file: the labels. */
export function csvHead(
  labels: readonly string[],
  { hasByteOrderMark, dialect }: CsvOptions,
): string {
  return `${hasByteOrderMark ? byteOrderMark : ''}${csvRecord(labels, dialect)}`;
}

/**
 * One record of RFC 4180, with its line ending, safe from spreadsheets that would run or rewrite text.
 * Such text gets an apostrophe in front, and so does text that starts with one, so that removing one is
 * always right. docs/decisions/0012.
 */
export function csvRecord(
  cells: readonly FileCell[],
  { separator, decimal }: CsvDialect = commaDialect,
): string {
  const line = cells
    .map((it) => {
      if (typeof it === 'string') return quoted(guardFormula(it));
      if (typeof it === 'object') return 'moment' in it ? it.moment : it.code;
      return numberToText(it).replace('.', decimal);
    })
    .join(separator);
  // An empty line would not be a record.
  return `${line || '""'}\r\n`;
}

/** https://owasp.org/www-community/attacks/CSV_Injection, also after blanks, which some programs skip. */
const formula = /^[\s\p{Format}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/** Numbers and dates that a spreadsheet would rewrite: 007, 16 digits, 1/2, 2026-03-31, 1E5, 1E-5. */
const rewrittenBySpreadsheets = /^0\d+$|^\d{16,}$|^\d+[\s.,:/-][\d\s.,:/-]*$|^[\d.]+e[+-]?\d+$/i;

function guardFormula(text: string): string {
  const isUnsafe = [formula, rewrittenBySpreadsheets, saysMissing].some((it) => it.test(text));
  return text.startsWith("'") || isUnsafe ? `'${text}` : text;
}

/** Some countries' spreadsheets separate cells by a semicolon or a tab. */
function quoted(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
