import type { Form } from '#core/form/define-form.ts';
import type { InstanceQuestions, Questions } from '#core/form/field.ts';
import { instancesIn } from '#core/form/instances-in.ts';
import { withFallbacks } from '#core/form/placeholders.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { Response } from '../data/response.ts';
import { currentResponse, type CurrentResponse } from '../data/current-response.ts';
import { csvHead, csvRecord, type CsvOptions } from './csv.ts';
import { filesLinkColumn } from './files-link-column.ts';
import { questionColumns, type ColumnTexts, type FileColumn } from './file-columns.ts';
import type { FileCell } from './file-cell.ts';
import type { FileWriter } from './file-writer.ts';

/** A repeat of a form, or inside another repeat. */
export type RepeatPart = {
  /** `people`, or `people/jobs` */
  readonly path: string;
  readonly label: string;
  readonly questions: InstanceQuestions;
  /** The repeat that it is inside. */
  readonly parent: RepeatPart | undefined;
};

export function repeatsIn({ fields }: Questions, parent?: RepeatPart): readonly RepeatPart[] {
  return Object.entries(fields).flatMap(([name, { instances, label: own }]) => {
    if (!instances) return [];
    const path = parent ? `${parent.path}/${name}` : name;
    const label = parent ? `${parent.label}: ${withFallbacks(own)}` : withFallbacks(own);
    const part = { path, label, questions: instances, parent };
    return [part, ...repeatsIn(instances, part)];
  });
}

/** One instance, with what it is part of. */
type Row = {
  readonly response: Response;
  /** The ids of the instance, and of the one that it is inside. */
  readonly ids: readonly string[];
  readonly number: number;
  /** The path of the instance: `people/<id>`. */
  readonly path: string;
  readonly answers: { readonly [name: string]: unknown };
};

/**
 * The instances of a repeat, one record each. Each has the id of its response, and of the instance it is inside, so
 * that files can be joined.
 */
export function repeatCsvWriter(form: Form, part: RepeatPart, options: CsvOptions): FileWriter {
  const table = repeatTable(form, part);
  return {
    ending: 'csv',
    part: part.path,
    mediaType: 'text/csv;charset=utf-8',
    add(response) {
      const rows = table.rows(currentResponse(form, response));
      return rows.map((it) => csvRecord(it, options.dialect)).join('');
    },
    parts: (added) => [
      csvHead(
        table.columns.map(({ label }) => label),
        options,
      ),
      ...added,
    ],
  };
}

/** The table of a repeat: its columns, and its rows in a response. */
export function repeatTable(form: Form, part: RepeatPart): RepeatTable {
  const columns = columnsIn(form, part);
  return {
    columns,
    rows({ response, notRelevant }) {
      return rowsIn(response, part).map((row) => {
        const inside = { has: (name: string) => notRelevant.has(`${row.path}/${name}`) };
        return columns.map((it) => it.cell(row, inside));
      });
    },
  };
}

type RepeatTable = {
  readonly columns: readonly ColumnTexts[];
  rows(response: CurrentResponse): readonly (readonly FileCell[])[];
};

function columnsIn(
  form: Form,
  { label, questions, parent }: RepeatPart,
): readonly FileColumn<Row>[] {
  return [
    { label: 'Id', cell: ({ response }) => response.id },
    ...(parent
      ? [{ label: `Id of ${parent.label}`, cell: ({ ids }: Row) => ids.at(-2) ?? '' }]
      : []),
    { label: `Id of ${label}`, cell: ({ ids }) => ids.at(-1) ?? '' },
    { label: 'Number', cell: ({ number }) => number },
    ...questionColumns(questions),
    ...filesLinkColumn<Row>(form.id, questions, ({ response }) => response),
  ];
}

function rowsIn(response: Response, { path, parent }: RepeatPart): readonly Row[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const around = parent
    ? rowsIn(response, parent)
    : [{ response, ids: [], path: '', answers: response.answers }];
  return around.flatMap((outer) =>
    [...(instancesIn(getOwn(outer.answers, name)) ?? [])].map(([id, answers], i) => ({
      response,
      ids: [...outer.ids, id],
      number: i + 1,
      path: outer.path === '' ? `${name}/${id}` : `${outer.path}/${name}/${id}`,
      answers,
    })),
  );
}
