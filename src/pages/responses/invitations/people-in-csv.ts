import type { Field, IssueWording } from '#core/form/field.ts';
import { issueMessages } from '#core/form/issue-messages.ts';
import type { Form } from '#core/form/define-form.ts';
import { getOwn } from '#core/values/own-property.ts';
import { fromControlValue, toControlValue } from '../../../controls/codecs.ts';
import { csvRows } from './csv-rows.ts';

/** Somebody to invite, as the API takes it. */
export type PersonToInvite = {
  readonly name?: string;
  readonly email?: string;
  readonly values: { readonly [field: string]: unknown };
};

export type PeopleInCsv = {
  readonly people: readonly PersonToInvite[];
  /** The file's own columns, and the rows of the people. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The labels of the questions that the links answer. */
  readonly given: readonly string[];
};

/** What is wrong with a file: where, and why. */
export type CsvIssue =
  | { readonly is: 'unreadable' | 'empty' | 'too-many' }
  | { readonly is: 'column'; readonly column: string }
  | { readonly is: 'email'; readonly row: number }
  | { readonly is: 'answer'; readonly row: number; readonly label: string; readonly why: string };

/** How many are read from one file. */
export const mostPeople = 5000;

/** In front of the name of a question that is itself called `name` or `email`. */
const answerPrefix = /^answer:\s*/i;

type Column = 'name' | 'email' | { readonly field: string } | undefined;

/** Reads whom to invite: a row with the names of the columns, and a row for each person. */
export function peopleInCsv(text: string, form: Form): PeopleInCsv | readonly CsvIssue[] {
  const all = csvRows(text);
  if (!all) return [{ is: 'unreadable' }];
  const [columns = [], ...rows] = all;
  if (rows.length === 0) return [{ is: 'empty' }];
  if (rows.length > mostPeople) return [{ is: 'too-many' }];
  const meanings = columns.map((it) => meaningOf(it, form));
  const unknown = columns.filter((it, at) => it !== '' && !meanings[at]);
  if (unknown.length > 0) return unknown.map((column) => ({ is: 'column', column }));
  const issues: CsvIssue[] = [];
  const wording = { messages: form.issueMessages ?? issueMessages };
  const people = rows.map((row, at) =>
    readRow(row, { meanings, form, row: at + 2, issues, wording }),
  );
  if (issues.length > 0) return issues;
  const given = meanings.flatMap((it) =>
    typeof it === 'object' ? [getOwn<Field>(form.fields, it.field)?.label ?? it.field] : [],
  );
  return { people, columns, rows, given };
}

function meaningOf(column: string, { fields }: Form): Column {
  const heading = column.trim().toLowerCase();
  if (heading === 'name' || heading === 'email') return heading;
  const wanted = heading.replace(answerPrefix, '');
  const found = Object.entries(fields).find(
    ([name, { label }]) => name.toLowerCase() === wanted || label.toLowerCase() === wanted,
  );
  return found && isText(found[1]) ? { field: found[0] } : undefined;
}

/** Whether its answer can be written in a cell. */
function isText({ control, example, hasNoAnswer, instances }: Field): boolean {
  return !hasNoAnswer && !instances && typeof toControlValue(control, example) === 'string';
}

type Reading = {
  readonly wording: IssueWording;
  readonly meanings: readonly Column[];
  readonly form: Form;
  /** As a spreadsheet numbers it. */
  readonly row: number;
  readonly issues: CsvIssue[];
};

function readRow(cells: readonly string[], { meanings, form, row, issues, wording }: Reading) {
  const person: { name?: string; email?: string } = {};
  const values: Record<string, unknown> = {};
  for (const [at, meaning] of meanings.entries()) {
    const cell = cells[at] ?? '';
    if (cell === '' || meaning === undefined) continue;
    if (meaning === 'name') person.name = cell;
    else if (meaning === 'email') {
      if (!looksLikeEmail(cell)) issues.push({ is: 'email', row });
      person.email = cell;
    } else {
      const field = getOwn<Field>(form.fields, meaning.field);
      const answer = field?.parse(
        fromControlValue(field.control, valueOfLabel(field, cell)),
        wording,
      );
      if (answer?.ok) values[meaning.field] = answer.value;
      else if (answer)
        issues.push({ is: 'answer', row, label: field?.label ?? '', why: answer.problem });
    }
  }
  return { ...person, values };
}

/** Finds the usual mistakes. The server has the whole rule, which all forms that ask for an address would wait for. */
function looksLikeEmail(cell: string): boolean {
  const [before = '', after = '', ...more] = cell.trim().split('@');
  return before !== '' && /[^.]\.[^.]/.test(after) && more.length === 0;
}

/** An option is named by its value or by its label. */
function valueOfLabel({ control }: Field, cell: string): string {
  if (!('options' in control)) return cell;
  return control.options.find(([, label]) => label === cell)?.[0] ?? cell;
}
