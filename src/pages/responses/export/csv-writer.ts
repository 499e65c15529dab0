import type { Form } from '#core/form/define-form.ts';
import { commaDialect, csvFile, csvRecord, type CsvOptions } from './csv.ts';
import { currentResponse } from '../data/current-response.ts';
import type { ChosenColumns } from '../columns/chosen-columns.ts';
import type { FileWriter } from './file-writer.ts';
import { responseTable } from './response-table.ts';

/** For spreadsheets and statistics programs: one response a record, with the form's labels. */
export function csvWriter(form: Form, options: CsvOptions, chosen?: ChosenColumns): FileWriter {
  const { dialect = commaDialect } = options;
  const table = responseTable(form, chosen);
  const records: string[] = [];
  const widths: number[] = [];
  return {
    ending: 'csv',
    mediaType: 'text/csv;charset=utf-8',
    add(response) {
      const row = table.row(currentResponse(form, response));
      records.push(csvRecord(row, dialect));
      widths.push(row.length);
    },
    parts() {
      const labels = table.columns().map(({ label }) => label);
      const lines = records.map((it, i) =>
        padded(it, dialect.separator.repeat(labels.length - (widths[i] ?? 0))),
      );
      return csvFile(labels, lines, options);
    },
  };
}

/** A record with empty cells added. */
function padded(record: string, more: string): string {
  return record.replace(/\r\n$/, `${more}\r\n`);
}
