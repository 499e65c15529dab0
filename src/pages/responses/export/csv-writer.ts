import type { Form } from '#core/form/define-form.ts';
import { commaDialect, csvHead, csvRecord, type CsvOptions } from './csv.ts';
import { currentResponse } from '../data/current-response.ts';
import type { FileWriter } from './file-writer.ts';
import { responseTable, type ShownInFile } from './response-table.ts';

/** For spreadsheets and statistics programs: one response a record, with the form's labels. */
export function csvWriter(form: Form, options: CsvOptions, shown: ShownInFile = {}): FileWriter {
  const { dialect = commaDialect } = options;
  const table = responseTable(form, shown);
  const runs: { readonly cells: number; records: number }[] = [];
  return {
    ending: 'csv',
    mediaType: 'text/csv;charset=utf-8',
    add(response) {
      const row = table.row(currentResponse(form, response));
      const run = runs.at(-1);
      if (run?.cells === row.length) run.records += 1;
      else runs.push({ cells: row.length, records: 1 });
      return csvRecord(row, dialect);
    },
    rewriting() {
      const all = table.columns().length;
      if (runs.every(({ cells }) => cells === all)) return undefined;
      return padRecords(
        runs.map(({ cells, records }) => ({
          records,
          more: dialect.separator.repeat(all - cells),
        })),
      );
    },
    parts: (added) => [
      csvHead(
        table.columns().map(({ label }) => label),
        options,
      ),
      ...added,
    ],
  };
}

/** Records one after the other that get as many empty cells. */
type Run = { readonly records: number; readonly more: string };

/** Adds empty cells at the end of records. These come in pieces, which may end anywhere. */
function padRecords(runs: readonly Run[]): (piece: string) => string {
  let [at, done, isQuoted] = [0, 0, false];
  return (piece) =>
    piece.replaceAll(/["\r]/g, (it) => {
      if (it === '"') isQuoted = !isQuoted;
      if (it === '"' || isQuoted) return it;
      const { records = 0, more = '' } = runs[at] ?? {};
      done += 1;
      if (done === records) [at, done] = [at + 1, 0];
      return `${more}${it}`;
    });
}
