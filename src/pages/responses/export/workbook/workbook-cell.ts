import type { Cell } from 'write-excel-file/universal';
import { saysMissing, type FileCell } from '../file-cell.ts';

/** A cell's limit: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
const mostCharacters = 32_767;
const cutText =
  '… (cut off here, as a spreadsheet has no longer cells: the CSV and the JSON have all of it)';

/** The first day that all spreadsheets number alike: Excel has a 29th of February 1900. */
const firstDay = '1900-03-01';

/**
 * A typed cell. Text stays text, so that nothing in it is run or rewritten, and keeps its zeros. Only a text that says
 * `NA` gets an apostrophe in front, as in the CSV.
 */
export function workbookCell(cell: FileCell): Cell {
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'string')
    return cell === '' ? null : text(saysMissing.test(cell) ? `'${cell}` : cell);
  return 'code' in cell ? text(cell.code) : momentCell(cell.moment);
}

function momentCell(moment: string): Cell {
  const time = /^(\d\d):(\d\d)$/.exec(moment);
  if (time) {
    const minutes = Number(time[1]) * 60 + Number(time[2]);
    return { value: minutes / (24 * 60), type: Number, format: 'hh:mm' };
  }
  if (moment < firstDay) return text(moment);
  const format = moment.includes('T') ? 'yyyy-mm-dd hh:mm:ss' : 'yyyy-mm-dd';
  // A spreadsheet knows no zones: a cell has what the clock shows.
  const shown = moment.includes('T') ? `${moment.slice(0, 23)}Z` : moment;
  return { value: new Date(shown), type: Date, format };
}

/** A workbook writes characters as `_x0041_` that XML has not, so a text that says this is written so itself. */
function text(value: string): Cell {
  const whole = value.replaceAll(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
  return { value: whole.length > mostCharacters ? shortened(whole) : whole, type: String };
}

function shortened(value: string): string {
  return `${value.slice(0, mostCharacters - cutText.length).replace(/[\uD800-\uDBFF]$/, '')}${cutText}`;
}
