import { isCalendarDate } from '#core/values/calendar-date.ts';
import { byteOrderMark, csvRecord, commaDialect, type CsvCell, type CsvDialect } from './csv.ts';
import type { Field } from '#core/form/field.ts';
import type { Form } from '#core/form/define-form.ts';
import { answerText } from '#core/form/answer-text.ts';
import { isRecord } from '#core/values/is-record.ts';
import type { Response } from '../data/response.ts';
import { inCurrentForm, unaskedAnswers } from '../data/unasked-answers.ts';

/** How responses are written to a file, one after the other. */
export type FileFormat = {
  readonly ending: 'csv' | 'json';
  readonly mediaType: string;
  readonly write: (response: Response) => string;
  /** The whole file, from all written records. */
  readonly file: (written: readonly string[]) => readonly string[];
};

type CsvOptions = { readonly hasByteOrderMark: boolean; readonly dialect?: CsvDialect };

/**
 * For spreadsheets: one record a line, with the form's labels. Answers to removed questions have columns
 * at the end, whose number is known only after everything has been read.
 */
export function csvFormat(
  form: Form,
  { hasByteOrderMark, dialect = commaDialect }: CsvOptions,
): FileFormat {
  const columns = columnsIn(form);
  const unasked: string[] = [];
  const widths: number[] = [];
  return {
    ending: 'csv',
    mediaType: 'text/csv;charset=utf-8',
    write(stored) {
      const response = inCurrentForm(form, stored);
      const answers = unaskedAnswers(form, response);
      unasked.push(...[...answers.keys()].filter((it) => !unasked.includes(it)));
      widths.push(unasked.length);
      const more = unasked.map((name) => answers.get(name) ?? '');
      return csvRecord([...columns.map((it) => it.cell(response)), ...more], dialect);
    },
    file(written) {
      const labels = [...columns.map(({ label }) => label), ...unasked.map(removedQuestionLabel)];
      const lines = written.map((line, i) =>
        padded(line, dialect.separator.repeat(unasked.length - (widths[i] ?? 0))),
      );
      return [...(hasByteOrderMark ? [byteOrderMark] : []), csvRecord(labels, dialect), ...lines];
    },
  };
}

/** In the form's original language, as everything in the file. */
function removedQuestionLabel(name: string): string {
  return `${name} (no longer asked)`;
}

/** A record with empty cells added. */
function padded(record: string, more: string): string {
  return record.replace(/\r\n$/, `${more}\r\n`);
}

/** For programs: a list of entries as the API sends them. */
export function jsonFormat(form: Form): FileFormat {
  return {
    ending: 'json',
    mediaType: 'application/json',
    file: (written) => ['[\n', written.join(',\n'), '\n]\n'],
    write: ({ receipt, ...entry }) => JSON.stringify({ ...receipt, form: form.id, ...entry }),
  };
}

type FileColumn = { readonly label: string; cell(response: Response): CsvCell };

function columnsIn({ fields }: Form): readonly FileColumn[] {
  return [
    { label: 'Received', cell: (it) => it.createdAt },
    ...Object.entries(fields).flatMap(([name, field]) => columnsFor(name, field)),
    { label: 'Username', cell: (it) => it.username },
    { label: 'Changed', cell: (it) => it.updatedAt },
    { label: 'Version', cell: (it) => it.version },
    { label: 'Version of the form', cell: (it) => it.formVersion },
    { label: 'Id', cell: (it) => it.id },
  ];
}

/** An answer with several parts, such as a location, has a column for each. */
function columnsFor(name: string, field: Field): readonly FileColumn[] {
  const { example, control, label } = field;
  const answerIn = ({ answers }: Response) => (answers as Record<string, unknown>)[name];
  if (isRecord(example))
    return Object.keys(example).map((part) => ({
      label: `${label}: ${part}`,
      cell(response) {
        const answer = answerIn(response);
        return cellOf(isRecord(answer) ? answer[part] : undefined) ?? '';
      },
    }));
  const unit = 'unit' in control && control.unit;
  return [
    {
      label: unit ? `${label} (${unit})` : label,
      cell(response) {
        const answer = answerIn(response);
        if (typeof answer === 'number') return answer;
        return isDay(field, answer) ? { day: answer } : answerText(field, answer);
      },
    },
  ];
}

function isDay({ jsonSchema }: Field, answer: unknown): answer is string {
  return jsonSchema['format'] === 'date' && typeof answer === 'string' && isCalendarDate(answer);
}

function cellOf(value: unknown): CsvCell | undefined {
  if (value === undefined || typeof value === 'number' || typeof value === 'string') return value;
  return JSON.stringify(value);
}

type FileDetails = {
  readonly form: string;
  readonly ending: string;
  /** Whether responses are left out: nobody should take the file for all of them. */
  readonly isFiltered: boolean;
  readonly at: Date;
};

/** `pwausers-responses-2026-11-21T0941.csv`: in UTC, so that files sort by creation time. */
export function fileName({ form, ending, isFiltered, at }: FileDetails): string {
  const time = at.toISOString().slice(0, 16).replace(':', '');
  return `${form}-responses-${time}${isFiltered ? '-filtered' : ''}.${ending}`;
}
