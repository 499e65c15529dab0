import type { Field, JsonSchema, Options as Labels } from '../form/field.ts';
import { optionLabel, optionValues } from '../form/options.ts';
import { isBlank } from '../values/blank.ts';
import { isRecord } from '../values/is-record.ts';
import { getOwn } from '../values/own-property.ts';
import { err, ok } from '../values/result.ts';
import { makeField, type AnswerReader, type FieldOptions, type IsRequired } from './make-field.ts';

type MatrixOptions = FieldOptions & {
  /** What is asked, a row each: its key in the answer, and its label. */
  readonly rows: Labels;
  /** What may be chosen in each row: its stored value, and its label. */
  readonly columns: Labels;
};

/** The chosen column of each row. An optional matrix may have rows without one. */
type MatrixAnswer<Options extends MatrixOptions> = Options extends { readonly optional: true }
  ? { readonly [Row in RowOf<Options>]?: ColumnOf<Options> }
  : { readonly [Row in RowOf<Options>]: ColumnOf<Options> };
type RowOf<Options extends MatrixOptions> = Options['rows'][number][0];
type ColumnOf<Options extends MatrixOptions> = Options['columns'][number][0];

/** Several questions with the same options: a choice of one column in each row. */
export function matrix<const Options extends MatrixOptions>(
  options: Options,
): Field<MatrixAnswer<Options>, IsRequired<Options>> {
  const { rows, columns }: MatrixOptions = options;
  const [firstColumn = ''] = optionValues(columns);
  return makeField<MatrixAnswer<Options>, Options>(options, {
    control: { is: 'matrix', rows, columns },
    summary: 'matrix',
    missing: 'every-row',
    read: readMatrix(options) as AnswerReader<MatrixAnswer<Options>>,
    jsonSchema: matrixSchema(options),
    example: Object.fromEntries(
      optionValues(rows).map((row) => [row, firstColumn]),
    ) as MatrixAnswer<Options>,
    show: (answer, texts) =>
      (texts?.rows ?? rows)
        .flatMap(([row, label]) => {
          const column = getOwn(answer as { readonly [row: string]: string }, row);
          if (column === undefined) return [];
          return [`${label}: ${optionLabel(texts?.columns ?? columns, column) ?? column}`];
        })
        .join('\n'),
    columns: rows.map(([row, label]) => ({
      label,
      cell(answer) {
        const column = isRecord(answer) ? getOwn(answer, row) : undefined;
        return typeof column === 'string' ? (optionLabel(columns, column) ?? column) : undefined;
      },
    })),
  });
}

function readMatrix({ rows, columns, optional }: MatrixOptions): AnswerReader<object> {
  const rowKeys = optionValues(rows);
  const values = optionValues(columns);
  return (value) => {
    if (!isRecord(value) || Object.keys(value).some((it) => !rowKeys.includes(it)))
      return err('unlisted');
    const chosen = rowKeys.flatMap((row) =>
      isBlank(getOwn(value, row)) ? [] : [[row, getOwn(value, row)] as const],
    );
    if (!chosen.every(([, it]) => typeof it === 'string' && values.includes(it)))
      return err('unlisted');
    const isComplete = optional ? chosen.length > 0 : chosen.length === rowKeys.length;
    return isComplete ? ok(Object.fromEntries(chosen)) : err('every-row');
  };
}

function matrixSchema({ rows, columns, optional }: MatrixOptions): JsonSchema {
  const column = { type: 'string', enum: optionValues(columns) };
  return {
    type: 'object',
    properties: Object.fromEntries(optionValues(rows).map((row) => [row, column])),
    ...(optional ? { minProperties: 1 } : { required: optionValues(rows) }),
    additionalProperties: false,
  };
}
