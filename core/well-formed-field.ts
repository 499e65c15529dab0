import { isCalendarDate } from './calendar-date.ts';
import type { Limits } from './complaint-words.ts';
import type { Field, JsonSchema, Options } from './field.ts';
import { isBlank } from './fields/make-field.ts';
import { isStorable } from './fields/number.ts';
import { longestBody } from './longest-body.ts';
import { issueOfKeys } from './own.ts';

/** What is wrong with one question of a form, in sentences for whoever wrote it. */
export function issuesOfField(field: Field | undefined): readonly string[] {
  if (typeof field?.parse !== 'function')
    return ['it is no field: make it with one of the kinds in core/fields.'];
  const { label, hint, control, required, limits = {}, jsonSchema } = field;
  const issues = [
    isBlankText(label) && 'its label is missing or blank: it is what people read beside the box.',
    hint !== undefined && isBlankText(hint) && 'its hint is blank: leave it out.',
    'statement' in control &&
      isBlankText(control.statement) &&
      'its statement is missing or blank: it is what people agree to.',
    'unit' in control && isBlankText(control.unit) && 'its unit is blank: leave it out.',
    'rows' in control &&
      !isCount(control.rows, 1) &&
      `it has ${control.rows} rows: give it 1 or more.`,
    ...('options' in control ? issuesOfOptions(control.options) : []),
    'options' in control && issueOfDefault(control.options, jsonSchema['default'], required),
    ...issuesOfLimits(limits, jsonSchema),
  ].filter((it) => typeof it === 'string');
  // Whatever else may be wrong with what it accepts.
  return issues.length > 0 ? issues : issuesOfExample(field);
}

/** Bytes of most letters in UTF-8: those of Latin have one, some emoji more. */
const bytesOfLetter = 3;

/** Bytes that an answer can come to, in a body: what is not typed freely is short. */
export function mostBytes({ control, jsonSchema }: Field): number {
  if (control.is === 'choices') return JSON.stringify(Object.keys(control.options)).length;
  const isFree = control.is === 'textarea' || (control.is === 'input' && control.type === 'text');
  const { maxLength = 64 } = jsonSchema;
  return Number(maxLength) * (isFree ? bytesOfLetter : 1);
}

const inKB = (bytes: number) => Math.round(bytes / 1024);

/** What is wrong where all the answers are longer than can be sent. @param longest the fields that take the most of it */
export function issueOfSize(bytes: number, longest: readonly string[]): string | false {
  return (
    bytes > longestBody &&
    `its answers can come to ${inKB(bytes)} KB, at ${bytesOfLetter} bytes a letter, and together they may have ` +
      `${inKB(longestBody)} KB: lower the max of ${longest.join(', ')}.`
  );
}

function issuesOfOptions(options: Options): (string | false)[] {
  const values = Object.keys(options);
  const labels = Object.values(options);
  const number = values.find((value) => /^(0|[1-9]\d{0,9})$/.test(value));
  const again = labels.findIndex((label, i) => labels.indexOf(label) !== i);
  const first = values[labels.indexOf(labels[again] ?? '')];
  return [
    number !== undefined &&
      `the value of its option "${labels[values.indexOf(number)]}" is ${number}, and JavaScript puts whole numbers first, ` +
        `whatever their place: call it n${number}, or by a word.`,
    issueOfKeys(options, 'one of its options'),
    values.length === 0 && 'it has no options: give it one to choose.',
    values.some((value) => isBlank(value)) &&
      'one of its options has a blank value, so it counts as no answer.',
    labels.some(isBlankText) && 'one of its options is blank: people choose by what they read.',
    again >= 0 &&
      `its options "${first}" and "${values[again]}" read the same: “${labels[again]}”.`,
  ];
}

function issueOfDefault(options: Options, chosen: unknown, required: boolean): string | false {
  if (chosen === undefined) return false;
  if (typeof chosen !== 'string' || !Object.hasOwn(options, chosen))
    return `its default, ${JSON.stringify(chosen)}, is none of its options: ${Object.keys(options).join(', ')}.`;
  return (
    !required &&
    'it is optional and has a default, so it can never be left open: leave one of them out.'
  );
}

function issuesOfLimits(limits: Limits, jsonSchema: JsonSchema): (string | false)[] {
  const { min, max, whole } = limits;
  const given = Object.entries({ min, max }).filter(([, it]) => it !== undefined);
  const each = given.map(([name, it]) => issueOfLimit(name, it, jsonSchema));
  if (each.some((it) => it !== false)) return each;
  const [least, most] = whole ? [Math.ceil(Number(min)), Math.floor(Number(max))] : [];
  return [
    min !== undefined && max !== undefined && min > max
      ? `min, ${min}, is ${typeof min === 'string' ? 'after' : 'more than'} max, ${max}: no answer would do.`
      : Number(least) > Number(most) &&
        `no whole number lies between min, ${min}, and max, ${max}: no answer would do.`,
  ];
}

/** A limit is one of days, of characters or of numbers, as what it limits says of itself. */
function issueOfLimit(name: string, it: unknown, { type, format }: JsonSchema): string | false {
  const said = `${name} is ${typeof it === 'string' ? `"${it}"` : String(it)}`;
  if (format === 'date')
    return (
      !isCalendarDate(String(it)) && `${said}, no day of the calendar: write it like 2026-03-31.`
    );
  if (type === 'string') {
    return !isCount(it, name === 'max' ? 1 : 0) && `${said}: it is a number of characters.`;
  }
  if (typeof it !== 'number') return `${said}: it is a number.`;
  return (
    !isStorable(it) &&
    `${said}, which cannot be stored as it is: from -${largest} to ${largest} can.`
  );
}

const largest = Number.MAX_SAFE_INTEGER;

function issuesOfExample(field: Field): readonly string[] {
  const { example } = field;
  const parsed = field.parse(example);
  return parsed.ok
    ? []
    : [`it refuses its own example, ${JSON.stringify(example)}: “${parsed.problem}”.`];
}

/** What people were to read, and cannot. */
export function isBlankText(text: unknown): boolean {
  return typeof text !== 'string' || isBlank(text);
}

function isCount(it: unknown, least: number): boolean {
  return Number.isSafeInteger(it) && Number(it) >= least;
}
