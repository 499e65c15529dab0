import { answerText } from '#core/form/answer-text.ts';
import type { Form } from '#core/form/define-form.ts';
import type { Field, Questions } from '#core/form/field.ts';
import { withFallbacks } from '#core/form/placeholders.ts';
import { questionsOf } from '#core/form/questions.ts';
import { readCsv, unguarded } from '../../core/testing/read-csv.ts';

type Answers = Readonly<Record<string, unknown>>;

/** The answers of an entry that a reader of CSV does not find in the files that were exported, as sentences. */
export function missingCells(
  form: Form,
  entry: { readonly id: string; readonly answers: Answers },
  files: ReadonlyMap<string, string>,
): readonly string[] {
  const repeats = Object.entries(form.fields).flatMap(([name, { instances, label }]) =>
    instances ? [{ name, instances, file: `Export CSV: ${withFallbacks(label)}` }] : [],
  );
  const inRepeats = repeats.flatMap(({ name, instances, file }) => {
    const given = (entry.answers[name] ?? []) as readonly (Answers & { readonly id: string })[];
    const records = recordsOf(files.get(file));
    const known = records.map((it) => it.get('Id'));
    return [
      ...(records.length === given.length ? [] : [`${file} has ${records.length} records.`]),
      ...(known.every((it) => it === entry.id) ? [] : [`${file} names other responses.`]),
      ...given.flatMap((it, i) => missingIn(instances, it, records[i], `${file} ${i + 1}`)),
    ];
  });
  const [record] = recordsOf(files.get('Export CSV'));
  return [...missingIn(form, entry.answers, record, 'Export CSV'), ...inRepeats];
}

type CsvRecord = ReadonlyMap<string, string>;

/** Each record of a file, by the labels of its columns. */
function recordsOf(file: string | undefined): readonly CsvRecord[] {
  const [labels = [], ...records] = readCsv(file ?? '', { hasMark: true });
  return records.map((cells) => new Map(cells.map((cell, i) => [labels[i] ?? '', cell])));
}

function missingIn(
  questions: Questions,
  answers: Answers,
  record: CsvRecord | undefined,
  where: string,
): readonly string[] {
  return questionsOf(questions)
    .filter(([name, { instances }]) => !instances && answers[name] !== undefined)
    .filter(([name, field]) => !hasCell(record, field, answers[name]))
    .map(([name]) => `${where} lacks ${name}.`);
}

/** An answer with several parts has a cell for each: one of them at least is not empty. */
function hasCell(record: CsvRecord | undefined, field: Field, answer: unknown): boolean {
  const label = withFallbacks(field.label);
  const columns = [...(record ?? [])].filter(
    ([it]) => it === label || it.startsWith(`${label}: `) || it.startsWith(`${label} (`),
  );
  const expected = typeof answer === 'number' ? String(answer) : answerText(field, answer);
  if (columns.length > 1 || typeof answer === 'object')
    return columns.some(([, cell]) => cell !== '' && cell !== 'NA');
  return columns.some(([, cell]) => unguarded(cell) === expected);
}
