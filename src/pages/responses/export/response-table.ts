import type { Form } from '#core/form/define-form.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { stateOf, type Response } from '../data/response.ts';
import { stateColumn } from '../data/response-columns.ts';
import type { CurrentResponse } from '../data/current-response.ts';
import { unaskedAnswers } from '../data/unasked-answers.ts';
import type { ChosenColumns } from '../columns/chosen-columns.ts';
import type { FileCell } from './file-cell.ts';
import { questionColumns, type ColumnTexts, type FileColumn } from './file-columns.ts';
import { filesLinkColumn } from './files-link-column.ts';

/**
 * The table of whole responses, one a row. Answers to removed questions have columns at the end, whose number is known
 * only after everything has been read: a row has those that are known so far. If columns were chosen, there are none of
 * these.
 */
export function responseTable(form: Form, chosen: ChosenColumns): ResponseTable {
  const columns = columnsIn(form, chosen);
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

type ResponseTable = {
  /** All that are known so far. */
  columns(): readonly ColumnTexts[];
  row(response: CurrentResponse): readonly FileCell[];
};

/** In the form's original language, as everything in the file. */
function removedQuestion(name: string): ColumnTexts {
  return { label: `${name} (no longer asked)`, name };
}

function columnsIn(form: Form, chosen: ChosenColumns): readonly FileColumn<Response>[] {
  const questions = questionColumns(form);
  return [
    {
      label: 'Received',
      about: 'When it was stored, in UTC',
      cell: (it) => ({ moment: it.createdAt }),
    },
    ...(chosen ? chosen.flatMap((it) => questions.filter(({ name }) => name === it)) : questions),
    ...(chosen && !chosen.includes('.username') ? [] : [username]),
    ...(chosen && !chosen.includes(stateColumn) ? [] : [state]),
    {
      label: 'Changed',
      about: 'When it was last changed, in UTC',
      cell: (it) => ({ moment: it.updatedAt }),
    },
    ...(form.limits?.closes === undefined ? [] : lateColumns),
    { label: 'Version', about: '1, and one more with each change', cell: (it) => it.version },
    { label: 'Version of the form', cell: (it) => it.formVersion },
    { label: 'Id', cell: (it) => it.id },
    ...filesLinkColumn<Response>(form.id, form, (it) => it),
  ];
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

/** Of forms that close. What arrived in time leaves them empty. */
const lateColumns: readonly FileColumn<Response>[] = [
  {
    label: 'Late',
    about: 'Saved before the form closed, and stored after',
    cell: (it) => (it.isLate ? 'late' : ''),
  },
  { label: 'Saved on the device', cell: ({ savedAt }) => (savedAt ? { moment: savedAt } : '') },
];
