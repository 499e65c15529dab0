import { commaDialect, csvFile, csvRecord, type CsvOptions } from './csv.ts';
import type { Form } from '#core/form/define-form.ts';
import { notRelevantIn } from '#core/logic/not-relevant.ts';
import type { Response } from '../data/response.ts';
import { filesIn } from '#core/files/files-in.ts';
import { responseLink } from '../data/response-link.ts';
import { filesLinkColumn } from './files-link-column.ts';
import { questionColumns, type FileColumn } from './file-columns.ts';
import { inCurrentForm, unaskedAnswers } from '../data/unasked-answers.ts';

/** How responses are written to a file, one after the other. */
export type FileFormat = {
  readonly ending: 'csv' | 'json';
  /** The path of the repeat whose instances it has, if it has no whole responses. */
  readonly part?: string;
  readonly mediaType: string;
  readonly write: (response: Response) => string;
  /** The whole file, from all written records. */
  readonly file: (written: readonly string[]) => readonly string[];
};

/**
 * For spreadsheets: one record a line, with the form's labels. Answers to removed questions have columns
 * at the end, whose number is known only after everything has been read.
 */
export function csvFormat(form: Form, options: CsvOptions): FileFormat {
  const { dialect = commaDialect } = options;
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
      const notRelevant = notRelevantIn(form, response);
      return csvRecord([...columns.map((it) => it.cell(response, notRelevant)), ...more], dialect);
    },
    file(written) {
      const labels = [...columns.map(({ label }) => label), ...unasked.map(removedQuestionLabel)];
      const lines = written.map((line, i) =>
        padded(line, dialect.separator.repeat(unasked.length - (widths[i] ?? 0))),
      );
      return csvFile(labels, lines, options);
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
    write(response) {
      const { receipt, ...entry } = response;
      const notRelevant = [...notRelevantIn(form, inCurrentForm(form, response))];
      return JSON.stringify({
        ...receipt,
        form: form.id,
        ...entry,
        ...(notRelevant.length > 0 && { notRelevant }),
        ...(filesIn(response.answers).length > 0 && { link: responseLink(form.id, response) }),
      });
    },
  };
}

function columnsIn(form: Form): readonly FileColumn<Response>[] {
  return [
    { label: 'Received', cell: (it) => it.createdAt },
    ...questionColumns(form),
    { label: 'Username', cell: (it) => it.username },
    { label: 'Changed', cell: (it) => it.updatedAt },
    ...(form.limits?.closes === undefined ? [] : lateColumns),
    { label: 'Version', cell: (it) => it.version },
    { label: 'Version of the form', cell: (it) => it.formVersion },
    { label: 'Id', cell: (it) => it.id },
    ...filesLinkColumn<Response>(form.id, form, (it) => it),
  ];
}

/** Of forms that close. What arrived in time leaves them empty. */
const lateColumns: readonly FileColumn<Response>[] = [
  { label: 'Late', cell: (it) => (it.isLate ? 'late' : '') },
  { label: 'Saved on the device', cell: (it) => it.savedAt ?? '' },
];

type FileDetails = {
  readonly form: string;
  /** Of what part of the responses, if not of the whole ones. */
  readonly part?: string | undefined;
  readonly ending: string;
  /** Whether responses are left out: nobody should take the file for all of them. */
  readonly isFiltered: boolean;
  readonly at: Date;
};

/** `pwausers-responses-2026-11-21T0941.csv`: in UTC, so that files sort by creation time. */
export function fileName({ form, part, ending, isFiltered, at }: FileDetails): string {
  const time = at.toISOString().slice(0, 16).replace(':', '');
  const of = part === undefined ? form : `${form}-${part.replaceAll('/', '-')}`;
  return `${of}-responses-${time}${isFiltered ? '-filtered' : ''}.${ending}`;
}
