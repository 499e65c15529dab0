import { isCalendarDate } from '#core/calendar-date.ts';
import { byteOrderMark, csvRecord, plain, type Cell, type Dialect } from '#core/csv.ts';
import type { Field } from '#core/field.ts';
import type { Form } from '#core/form.ts';
import { isRecord } from '../cloud/told.ts';
import { answerInWords } from '#core/answer-in-words.ts';
import type { Response } from './response.ts';
import { inTodaysForm, unaskedOf } from './unasked.ts';

/** How responses are written to a file, one after the other. */
export type FileFormat = {
  readonly ending: 'csv' | 'json';
  readonly mediaType: string;
  readonly write: (response: Response) => string;
  /** The whole file, of all that was written. */
  readonly file: (written: readonly string[]) => readonly string[];
};

type CsvOptions = { readonly withMark: boolean; readonly dialect?: Dialect };

/**
 * For spreadsheets: a line each, answers in the words of the form. What it does not ask any more has columns
 * at the end, of which nobody knows how many there are before all is read.
 */
export function csvOf(form: Form, { withMark, dialect = plain }: CsvOptions): FileFormat {
  const columns = columnsIn(form);
  const unasked: string[] = [];
  const widths: number[] = [];
  return {
    ending: 'csv',
    mediaType: 'text/csv;charset=utf-8',
    write(told) {
      const response = inTodaysForm(form, told);
      const answers = unaskedOf(form, response);
      unasked.push(...[...answers.keys()].filter((it) => !unasked.includes(it)));
      widths.push(unasked.length);
      const more = unasked.map((name) => answers.get(name) ?? '');
      return csvRecord([...columns.map((it) => it.cell(response)), ...more], dialect);
    },
    file(written) {
      const labels = [...columns.map(({ label }) => label), ...unasked.map(notAsked)];
      const lines = written.map((line, i) =>
        widened(line, dialect.separator.repeat(unasked.length - (widths[i] ?? 0))),
      );
      return [...(withMark ? [byteOrderMark] : []), csvRecord(labels, dialect), ...lines];
    },
  };
}

/** As a file says it, which is in the form's own language. */
function notAsked(name: string): string {
  return `${name} (no longer asked)`;
}

/** A record with empty cells more. */
function widened(record: string, more: string): string {
  return record.replace(/\r\n$/, `${more}\r\n`);
}

/** For programs: entries as the API tells them, in a list. */
export function jsonOf(form: Form): FileFormat {
  return {
    ending: 'json',
    mediaType: 'application/json',
    file: (written) => ['[\n', written.join(',\n'), '\n]\n'],
    write: ({ receipt, ...entry }) => JSON.stringify({ ...receipt, form: form.id, ...entry }),
  };
}

type FileColumn = { readonly label: string; cell(response: Response): Cell };

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

/** An answer of several parts, such as a place, has a column for each. */
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
  const unit = control.is === 'input' && control.unit;
  return [
    {
      label: unit ? `${label} (${unit})` : label,
      cell(response) {
        const answer = answerIn(response);
        if (typeof answer === 'number') return answer;
        return isDay(field, answer) ? { day: answer } : answerInWords(field, answer);
      },
    },
  ];
}

function isDay({ control }: Field, answer: unknown): answer is string {
  const isAsked = control.is === 'input' && control.type === 'date';
  return isAsked && typeof answer === 'string' && isCalendarDate(answer);
}

function cellOf(value: unknown): Cell | undefined {
  if (value === undefined || typeof value === 'number' || typeof value === 'string') return value;
  return JSON.stringify(value);
}

/** `pwausers-responses-2026-11-21T0941.csv`: in UTC, so that files sort by when they were made. */
export function fileName(form: string, ending: string, at: Date): string {
  return `${form}-responses-${at.toISOString().slice(0, 16).replace(':', '')}.${ending}`;
}
