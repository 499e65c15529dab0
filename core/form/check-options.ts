import { isBlank } from '../values/blank.ts';
import type { Control, Options } from './field.ts';
import type { List } from './list.ts';
import { optionValues } from './options.ts';

/** Checks the options of a control, and the rows and columns of a matrix. Returns sentences for the form's author. */
export function issuesOfChoices(control: Control): readonly (string | false)[] {
  return [
    ...('options' in control ? issuesOfOptions(control.options, 'option') : []),
    ...('list' in control ? issuesOfRows(control.list) : []),
    ...('columns' in control
      ? [...issuesOfOptions(control.rows, 'row'), ...issuesOfOptions(control.columns, 'column')]
      : []),
    ...('other' in control ? [issueOfNames(control, 'other', [control.other ?? ''])] : []),
    // These become keys of an answer.
    ...[
      ...('columns' in control ? optionValues(control.rows) : []),
      'other' in control ? control.other : undefined,
    ].map(
      (it) =>
        it === '__proto__' && 'the value __proto__ is reserved by JavaScript: choose another.',
    ),
    ...('exclusive' in control
      ? [issueOfNames(control, 'exclusive', control.exclusive ?? [])]
      : []),
    'pictures' in control && issueOfNames(control, 'pictures', Object.keys(control.pictures ?? {})),
    'options' in control &&
      'other' in control &&
      control.options.length === 1 &&
      'its only option is the one that asks for a text: use a text field.',
  ];
}

/** @param called what the options are called in a sentence */
function issuesOfOptions(options: Options, called: string): readonly (string | false)[] {
  const values = optionValues(options);
  const labels = options.map(([, label]) => label);
  const repeatedValue = values.find((value, i) => values.indexOf(value) !== i);
  const repeatedAt = labels.findIndex((label, i) => labels.indexOf(label) !== i);
  const first = values[labels.indexOf(labels[repeatedAt] ?? '')];
  return [
    repeatedValue !== undefined &&
      `two of its ${called}s have the value "${repeatedValue}": each needs its own.`,
    values.length === 0 && `it has no ${called}s: give it at least one.`,
    values.some((value) => isBlank(value)) &&
      `one of its ${called}s has a blank value, so it counts as no answer.`,
    labels.some((label) => isBlank(label)) &&
      `one of its ${called}s is blank: people choose by what they read.`,
    repeatedAt >= 0 &&
      repeatedValue === undefined &&
      `its ${called}s "${first}" and "${values[repeatedAt]}" read the same: “${labels[repeatedAt]}”.`,
  ];
}

/** Checks the rows of a list, if it has loaded. Two rows may read the same: there are many towns called Newport. */
function issuesOfRows(list: List): readonly (string | false)[] {
  const rows = list.rows();
  if (!rows) return [];
  const values = new Set<string>();
  const repeated = rows.find(({ value }) => values.size === values.add(value).size);
  const blank = rows.findIndex(({ value, label }) => isBlank(value) || isBlank(label));
  return [
    rows.length === 0 && 'its list has no rows: give it at least one.',
    repeated !== undefined &&
      `two rows of its list have the value "${repeated.value}": each needs its own.`,
    blank >= 0 && `row ${blank + 1} of its list has a blank value or label.`,
  ];
}

function issueOfNames(
  control: Control,
  property: string,
  names: readonly string[],
): string | false {
  const values = 'options' in control ? optionValues(control.options) : [];
  const unknown = names.find((it) => !values.includes(it));
  return (
    unknown !== undefined &&
    `its ${property} names "${unknown}", which is not one of its options: ${values.join(', ')}.`
  );
}
