import { calculatedValues } from '#core/form/calculated-values.ts';
import { answerText } from '#core/form/answer-text.ts';
import type { Control, Field, Questions } from '#core/form/field.ts';
import { fitsControl } from '#core/form/fits-control.ts';
import { withFallbacks } from '#core/form/placeholders.ts';
import { questionsOf } from '#core/form/questions.ts';
import { isCalendarDate } from '#core/values/calendar-date.ts';
import { isRecord } from '#core/values/is-record.ts';
import type { FileCell } from './file-cell.ts';

/** What people read about a column. */
export type ColumnTexts = {
  readonly label: string;
  /** The name of the question or the calculated value in the API, if it is one. */
  readonly name?: string;
  /** What is in it, if the label alone does not say it. */
  readonly about?: string;
};

/** A column of a file whose rows are responses, or instances of a repeat. */
export type FileColumn<Row> = ColumnTexts & {
  cell(row: Row, notRelevant: { has(name: string): boolean }): FileCell;
};

type Answered = { readonly answers: object };

const missing = { code: 'NA' } as const;

/** The columns of the answers to questions, and of the values that are calculated from them. */
export function questionColumns(questions: Questions): readonly FileColumn<Answered>[] {
  const ofFields = questionsOf(questions).flatMap(([name, field]) =>
    columnsFor(name, field).map((column): FileColumn<Answered> => ({
      label: withFallbacks(column.label),
      name,
      about: aboutField(field),
      cell: (row, notRelevant) => (notRelevant.has(name) ? missing : column.cell(row, notRelevant)),
    })),
  );
  const calculated = calculatedValues(questions).map(
    ({ name, label = name }): FileColumn<Answered> => ({
      label,
      name,
      about: 'Calculated from other answers',
      cell: (row) => cellOf(answerIn(row, name)) ?? '',
    }),
  );
  return [...ofFields, ...calculated];
}

function answerIn({ answers }: Answered, name: string): unknown {
  return (answers as Record<string, unknown>)[name];
}

/** An answer with several parts, such as a location, has a column for each. */
function columnsFor(name: string, field: Field): readonly FileColumn<Answered>[] {
  const { example, control, label } = field;
  if (field.columns)
    return field.columns.map((column, i) => ({
      label: column.label ? `${label}: ${column.label}` : label,
      cell(row) {
        const answer = answerIn(row, name);
        if (answer === undefined) return '';
        if (fitsControl(control, answer)) return column.cell(answer) ?? '';
        return i === 0 ? answerText(field, answer) : '';
      },
    }));
  if (isRecord(example))
    return Object.keys(example).map((part) => ({
      label: `${label}: ${part}`,
      cell(row) {
        const answer = answerIn(row, name);
        return cellOf(isRecord(answer) ? answer[part] : undefined) ?? '';
      },
    }));
  const unit = unitOf(control);
  return [
    {
      label: unit ? `${label} (${unit})` : label,
      cell(row) {
        const answer = answerIn(row, name);
        if (typeof answer === 'number') return answer;
        return isMoment(field, answer) ? { moment: answer } : answerText(field, answer);
      },
    },
  ];
}

/** The hint that people saw, and the labels of the options with the values that the API has. */
function aboutField({ hint, control }: Field): string {
  const options = 'options' in control ? control.options : [];
  const values = options.map(([value, label]) => `${label} = ${value}`).join('; ');
  return [hint, values].filter(Boolean).join('\n');
}

/** Of a number, or the code of its currency. */
function unitOf(control: Control): string | undefined {
  if ('code' in control) return control.code;
  return 'unit' in control ? control.unit : undefined;
}

/** Whether a spreadsheet reads the answer as what it is: a day, or a time of day. */
function isMoment({ control, jsonSchema }: Field, answer: unknown): answer is string {
  if (typeof answer !== 'string') return false;
  return jsonSchema['format'] === 'date'
    ? isCalendarDate(answer)
    : 'times' in control && /^\d\d:\d\d$/.test(answer);
}

function cellOf(value: unknown): FileCell | undefined {
  if (value === undefined || typeof value === 'number' || typeof value === 'string') return value;
  return JSON.stringify(value);
}
