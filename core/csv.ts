import { textOfNumber } from './number-text.ts';

/** Text, a number that a spreadsheet may count with, or a day such as `2026-11-26` that it may sort by. */
export type Cell = string | number | { readonly day: string };

/** How a file's cells are parted, and its numbers written. */
export type Dialect = {
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
};

/** As programs read it, and most spreadsheets. */
export const plain: Dialect = { separator: ',', decimal: '.' };

/** As spreadsheets read it where a comma is what parts a number. */
export const withDecimalCommas: Dialect = { separator: ';', decimal: ',' };

/** What tells Excel that a file is UTF-8. Other programs may take it for part of the first cell. */
export const byteOrderMark = '\uFEFF';

/**
 * One record of RFC 4180, with the end of its line, for a spreadsheet that would run or rewrite what it
 * reads. Text it could take for something else has an apostrophe in front; so has text that begins with
 * one, so that taking one away is always right. docs/decisions/0012.
 */
export function csvRecord(cells: readonly Cell[], { separator, decimal }: Dialect = plain): string {
  const line = cells
    .map((it) => {
      if (typeof it === 'string') return quoted(guarded(it));
      if (typeof it === 'object') return it.day;
      return textOfNumber(it).replace('.', decimal);
    })
    .join(separator);
  // A line with nothing in it would be no record at all.
  return `${line || '""'}\r\n`;
}

/** https://owasp.org/www-community/attacks/CSV_Injection, also behind blanks, which some programs skip. */
const formula = /^[\s\p{Format}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/** Digits that would lose a zero, their end or their meaning: 007, 16 digits, 1/2, 2026-03-31, 1E5, 1E-5. */
const rewritten = /^0\d+$|^\d{16,}$|^\d+[\s.,:/-][\d\s.,:/-]*$|^[\d.]+e[+-]?\d+$/i;

function guarded(text: string): string {
  return text.startsWith("'") || formula.test(text) || rewritten.test(text) ? `'${text}` : text;
}

/** A semicolon or a tab is what parts cells in some countries' spreadsheets. */
function quoted(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
