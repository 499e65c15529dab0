import type { Form } from '#core/form/define-form.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { stateOf, type Response } from '../data/response.ts';
import {
  assignedColumn,
  commentsColumn,
  stateColumn,
  usernameColumn,
} from '../data/response-columns.ts';
import type { CurrentResponse } from '../data/current-response.ts';
import { unaskedAnswers } from '../data/unasked-answers.ts';
import type { ChosenColumns } from '../columns/chosen-columns.ts';
import { instantInZone } from '../time-zone/instant-in-zone.ts';
import { utc, type Zone } from '../time-zone/zones.ts';
import type { FileCell } from './file-cell.ts';
import { questionColumns, type ColumnTexts, type FileColumn } from './file-columns.ts';
import { filesLinkColumn } from './files-link-column.ts';

/**
 * The table of whole responses, one a row. Answers to removed questions have columns at the end, whose number is known
 * only after everything has been read: a row has those that are known so far. If columns were chosen, there are none of
 * these.
 */
export function responseTable(form: Form, shown: ShownInFile): ResponseTable {
  const { chosen } = shown;
  const columns = columnsIn(form, shown);
  const unasked: string[] = [];
  return {
    columns: () => [...columns, ...unasked.map(removedQuestion)],
    row({ response, notRelevant }) {
      const answers = unaskedAnswers(form, response);
      if (!chosen) unasked.push(...[...answers.keys()].filter((it) => !unasked.includes(it)));
      const more = unasked.map((name) => answers.get(name) ?? '');
      return [...columns.map((it) => it.cell(response, notRelevant)), ...more];
    },
  };
}

/** What a file has of the page. */
export type ShownInFile = {
  readonly chosen?: ChosenColumns;
  /** Of its instants; without it, UTC. */
  readonly zone?: Zone;
};

type ResponseTable = {
  /** All that are known so far. */
  columns(): readonly ColumnTexts[];
  row(response: CurrentResponse): readonly FileCell[];
};

/** In the form's original language, as everything in the file. */
function removedQuestion(name: string): ColumnTexts {
  return { label: `${name} (no longer asked)`, name };
}

function columnsIn(
  form: Form,
  { chosen, zone = utc }: ShownInFile,
): readonly FileColumn<Response>[] {
  const instantColumn = instantColumnsIn(zone);
  const questions = questionColumns(form);
  return [
    instantColumn('Received', 'When it was stored', (it) => it.createdAt),
    ...(chosen ? chosen.flatMap((it) => questions.filter(({ name }) => name === it)) : questions),
    ...aboutResponse
      .filter(({ name }) => !chosen || chosen.includes(name))
      .map(({ column }) => column),
    instantColumn('Changed', 'When it was last changed', (it) => it.updatedAt),
    ...(form.limits?.closes === undefined ? [] : lateColumns(zone)),
    { label: 'Version', about: '1, and one more with each change', cell: (it) => it.version },
    { label: 'Version of the form', cell: (it) => it.formVersion },
    { label: 'Id', cell: (it) => it.id },
    ...filesLinkColumn<Response>(form.id, form, (it) => it),
  ];
}

/** Instants as a clock in the zone shows them. The label says which, unless it is UTC. */
function instantColumnsIn(zone: Zone) {
  return (
    label: string,
    about: string,
    instantOf: (it: Response) => string | undefined,
  ): FileColumn<Response> => ({
    label: zone === utc ? label : `${label} (${zone})`,
    about: `${about}, in ${zone === utc ? utc : `the time zone ${zone}`}`,
    cell(it) {
      const at = instantOf(it);
      return at ? { moment: instantInZone(at, zone) } : '';
    },
  });
}

const username: FileColumn<Response> = {
  label: 'Username',
  about: 'The account that sent it',
  cell: (it) => it.username,
};

/** In English, as everything in the file. */
const state: FileColumn<Response> = {
  label: 'State',
  about: 'What its reviewers decided, or Edited if it has changed since',
  cell: (it) => responsesMessages.states[stateOf(it)],
};

const assignedTo: FileColumn<Response> = {
  label: 'Assigned to',
  about: 'The address of who is to work on it',
  cell: (it) => it.assignedTo ?? '',
};

const comments: FileColumn<Response> = {
  label: 'Comments',
  about: 'How many it has, without those that were taken back',
  cell: ({ commentCount = 0 }) => commentCount,
};

/** What can be chosen beside questions, by the names of the table's columns. */
const aboutResponse = [
  { name: usernameColumn, column: username },
  { name: stateColumn, column: state },
  { name: assignedColumn, column: assignedTo },
  { name: commentsColumn, column: comments },
] as const;

/** Of forms that close. What arrived in time leaves them empty. */
const lateColumns = (zone: Zone): readonly FileColumn<Response>[] => [
  {
    label: 'Late',
    about: 'Saved before the form closed, and stored after',
    cell: (it) => (it.isLate ? 'late' : ''),
  },
  instantColumnsIn(zone)('Saved on the device', 'By the device’s clock', (it) => it.savedAt),
];
