import type { AnswerColumn, JsonSchema, Options } from '../form/field.ts';
import {
  chosenValues,
  optionLabel,
  optionValues,
  otherText,
  type ChosenOption,
} from '../form/options.ts';
import { isBlank } from '../values/blank.ts';
import { isRecord } from '../values/is-record.ts';
import { joinLabels } from '../values/join-labels.ts';
import { err, ok } from '../values/result.ts';
import { tidyLine } from '../values/tidy-text.ts';
import type { AnswerReader } from './make-field.ts';
import { textKind } from './text.ts';

/** The options of a field, and the one that asks for a text. */
export type Offer = { readonly options: Options; readonly other?: string | undefined };

/** The text of an option that asks for one. */
const text = textKind({ max: 200 }, tidyLine);

/** Parses one chosen option. */
export function readOption({ options, other }: Offer): AnswerReader<ChosenOption> {
  const values = new Set<unknown>(optionValues(options));
  return (value) => {
    if (other === undefined || !values.has(other))
      return values.has(value) ? ok(value as string) : err('unlisted');
    const isOther =
      isRecord(value) && Object.keys(value).length === 1 && Object.hasOwn(value, other);
    if (value === other || (isOther && isBlank(value[other]))) return err('no-text-for-option');
    if (!isOther) return values.has(value) ? ok(value as string) : err('unlisted');
    const read = text.read(value[other]);
    return read.ok ? ok({ [other]: read.value }) : read;
  };
}

/** The JSON Schema of one chosen option. */
export function optionSchema({ options, other }: Offer): JsonSchema {
  const listed = { type: 'string', enum: optionValues(options).filter((it) => it !== other) };
  if (other === undefined) return listed;
  const withText = {
    type: 'object',
    properties: { [other]: text.jsonSchema },
    required: [other],
    additionalProperties: false,
  };
  return { anyOf: [listed, withText] };
}

export function exampleOption({ options, other }: Offer): ChosenOption | undefined {
  return optionValues(options).find((it) => it !== other);
}

/** A chosen option as text: `Somewhere else: a spring`. A removed option is its value. */
export function showOption(options: Options, chosen: ChosenOption): string {
  const [value = ''] = chosenValues(chosen);
  const label = optionLabel(options, value) ?? value;
  const said = otherText(chosen);
  return said === undefined ? label : `${label}: ${said}`;
}

/** The options in one column of an exported file, and the text of the one that asks for it in another. */
export function columnsWithOther({ options, other = '' }: Offer): readonly AnswerColumn[] {
  const chosen: AnswerColumn = {
    label: '',
    cell: (answer) =>
      joinLabels(
        chosenValues(answer).map((it) => optionLabel(options, it) ?? it),
        options.map(([, label]) => label),
      ),
  };
  return [chosen, { label: optionLabel(options, other) ?? other, cell: otherText }];
}
