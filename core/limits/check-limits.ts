import type { Field } from '../form/field.ts';
import type { Form } from '../form/define-form.ts';
import { optionValues } from '../form/options.ts';
import { parseInstant } from '../values/instant.ts';
import { getOwn } from '../values/own-property.ts';
import type { FormLimits } from './form-limits.ts';

/** DynamoDB writes at most a hundred items at once: the entry, two counters, and those of the options. */
const maxChosenAtOnce = 90;

/** Characters. The value is a part of a key in the table, of at most 1024 bytes. */
const longestValue = 300;

/** Everything wrong with a form's limits, in sentences for its author. */
export function issuesOfLimits({ limits, fields, access }: Form): readonly string[] {
  if (limits === undefined) return [];
  const { entries, perAuthor, perOption = {} } = limits;
  const issues = [
    ...issuesOfTimes(limits),
    issueOfCount('limits.entries', entries, 1),
    issueOfCount('limits.perAuthor', perAuthor, 1),
    perAuthor !== undefined &&
      access === 'invited' &&
      'limits.perAuthor: leave it out, as a personal link can be used once.',
    ...Object.entries(perOption).flatMap(([name, options = {}]) =>
      issuesOfOptions(getOwn<Field>(fields, name), { name, options }),
    ),
    chosenAtOnce(fields, perOption) > maxChosenAtOnce &&
      `limits.perOption: an entry can choose more than ${maxChosenAtOnce} limited options.`,
  ];
  return issues.filter((it) => it !== false);
}

function issuesOfTimes({ opens, closes, graceDays }: FormLimits): readonly (string | false)[] {
  return [
    opens !== undefined && parseInstant(opens) === undefined && `limits.opens ${isNoInstant}`,
    closes !== undefined && parseInstant(closes) === undefined && `limits.closes ${isNoInstant}`,
    opens !== undefined &&
      closes !== undefined &&
      Date.parse(closes) <= Date.parse(opens) &&
      'limits: it closes before it opens.',
    issueOfCount('limits.graceDays', graceDays, 0),
    graceDays !== undefined &&
      closes === undefined &&
      'limits.graceDays has no closes to begin at.',
  ];
}

const isNoInstant = 'has to be an instant with its offset, such as 2026-05-01T09:00:00+02:00.';

function issueOfCount(name: string, count: number | undefined, min: number): string | false {
  const isCount = count === undefined || (Number.isSafeInteger(count) && count >= min);
  return !isCount && `${name} has to be a whole number, at least ${min}.`;
}

type LimitedOptions = {
  readonly name: string;
  readonly options: { readonly [option: string]: number };
};

function issuesOfOptions(
  field: Field | undefined,
  { name, options }: LimitedOptions,
): readonly (string | false)[] {
  const path = `limits.perOption.${name}`;
  if (field?.summary !== 'options' || !('options' in field.control))
    return [`${path}: there is no field of that name that offers options.`];
  const values = optionValues(field.control.options);
  return Object.entries(options).flatMap(([option, count]) => [
    !values.includes(option) &&
      `${path} names "${option}", which is not one of its options: ${values.join(', ')}.`,
    option.length > longestValue &&
      `${path}: the value of an option is longer than ${longestValue} characters.`,
    issueOfCount(`${path}.${option}`, count, 0),
  ]);
}

/** How many limited options one entry can choose in fields that accept several. */
function chosenAtOnce(fields: Form['fields'], perOption: FormLimits['perOption'] = {}): number {
  return Object.entries(perOption).reduce((sum, [name, options = {}]) => {
    const isSeveral = getOwn<Field>(fields, name)?.jsonSchema.type === 'array';
    return sum + (isSeveral ? Object.keys(options).length : 1);
  }, 0);
}
