import type { Control, Field, IssueWording, Options } from '../form/field.ts';
import { chosenValues, optionValues } from '../form/options.ts';
import { isSameJson } from '../values/canonical-json.ts';
import { isRecord } from '../values/is-record.ts';
import { getOwn } from '../values/own-property.ts';
import { err, ok, type Result } from '../values/result.ts';

/**
 * A field that also accepts a stored answer which it no longer accepts, if it is unchanged. Of what was removed from
 * its options, or from the rows and columns of a matrix, what is stored can be kept or deselected.
 * @param optionLabel the label of a removed option on the page
 */
export function fieldAcceptingStored(
  field: Field,
  stored: unknown,
  optionLabel: (option: string) => string,
): Field {
  const { offering, control } = field;
  const parseChanged = 'columns' in control ? parseMatrix : parseOptions;
  return {
    ...field,
    control: withRemoved(control, stored, optionLabel),
    ...(offering && {
      offering: (isOffered) => fieldAcceptingStored(offering(isOffered), stored, optionLabel),
    }),
    parse: (value, wording) =>
      isSameJson(value, stored) ? ok(value) : parseChanged({ field, stored }, value, wording),
  };
}

type Kept = { readonly field: Field; readonly stored: unknown };

function parseOptions(
  { field, stored }: Kept,
  value: unknown,
  wording: IssueWording | undefined,
): Result<unknown, string> {
  const removed = 'options' in field.control ? removedFrom(field.control.options, stored) : [];
  if (!Array.isArray(value) || removed.length === 0) return field.parse(value, wording);
  const isRemoved = (chosen: unknown) => chosenValues(chosen).some((it) => removed.includes(it));
  const storedList = Array.isArray(stored) ? [...new Set<unknown>(stored)] : [];
  const kept = storedList.filter(
    (it) => isRemoved(it) && value.some((chosen) => isSameJson(chosen, it)),
  );
  const others: unknown[] = value.filter((it) => !isRemoved(it));
  if (others.length === 0 && kept.length > 0) return ok(kept);
  const parsed = field.parse(others, wording) as Result<readonly unknown[], string>;
  return parsed.ok ? ok([...parsed.value, ...kept]) : err(parsed.problem);
}

/** Rows that were removed, or whose column was, are kept if they are as they are stored. */
function parseMatrix(
  { field, stored }: Kept,
  value: unknown,
  wording: IssueWording | undefined,
): Result<unknown, string> {
  const { control } = field;
  if (!('columns' in control) || !isRecord(value) || !isRecord(stored))
    return field.parse(value, wording);
  const rows = optionValues(control.rows);
  const columns: readonly unknown[] = optionValues(control.columns);
  const kept = Object.entries(value).filter(
    ([row, column]) =>
      getOwn(stored, row) === column && !(rows.includes(row) && columns.includes(column)),
  );
  // Any column does for the field, which only has to find that the row has one.
  const others = Object.entries(value).flatMap(([row, column]) => {
    if (!kept.some(([it]) => it === row)) return [[row, column] as const];
    return rows.includes(row) ? [[row, columns[0]] as const] : [];
  });
  const parsed = field.parse(Object.fromEntries(others), wording) as Result<object, string>;
  return parsed.ok ? ok({ ...parsed.value, ...Object.fromEntries(kept) }) : parsed;
}

/** The control with what is stored and was removed from its options. */
function withRemoved(
  control: Control,
  stored: unknown,
  optionLabel: (option: string) => string,
): Control {
  const labelled = (values: readonly string[]) =>
    values.map((it) => [it, optionLabel(it)] as const);
  if ('columns' in control) {
    const [rows, columns] = isRecord(stored)
      ? [Object.keys(stored), Object.values(stored)]
      : [[], []];
    return {
      ...control,
      rows: [...control.rows, ...labelled(removedFrom(control.rows, rows))],
      columns: [...control.columns, ...labelled(removedFrom(control.columns, columns))],
    };
  }
  if (!('options' in control)) return control;
  const removed = removedFrom(control.options, stored);
  const other = removed.find((it) => it === optionWithText(stored));
  return {
    ...control,
    options: [...control.options, ...labelled(removed)],
    ...(other !== undefined && { other }),
  };
}

function removedFrom(options: Options, stored: unknown): readonly string[] {
  const values = optionValues(options);
  return [...new Set(chosenValues(stored))].filter((it) => !values.includes(it));
}

/** The option whose text is in an answer. */
function optionWithText(stored: unknown): string | undefined {
  if (Array.isArray(stored)) return stored.map(optionWithText).find(Boolean);
  return isRecord(stored) ? chosenValues(stored)[0] : undefined;
}
