import { isCalendarDate } from '../values/calendar-date.ts';
import type { Limits } from './issue-messages.ts';
import type { Field, JsonSchema, Options } from './field.ts';
import { isBlank } from '../values/blank.ts';
import { isStorable, largestStorable } from '../values/storable-number.ts';
import { maxBodyBytes } from './max-body-bytes.ts';
import { protoKeyIssue } from '../values/own-property.ts';

/** Checks one field of a form. Returns sentences for the form's author. */
export function issuesOfField(field: Field | undefined): readonly string[] {
  if (typeof field?.parse !== 'function')
    return ['it is not a field: make it with one of the kinds in core/fields.'];
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
  // A broken field may refuse its example for the same reason, so the example is checked last.
  return issues.length > 0 ? issues : issuesOfExample(field);
}

/** An upper bound for most scripts in UTF-8: Latin letters take one byte, some emoji more than three. */
const bytesPerCharacter = 3;

/** The most bytes that an answer can take in a request body. Only free text can be long. */
export function maxAnswerBytes({ control, jsonSchema }: Field): number {
  const { type, maxLength, format, pattern } = jsonSchema;
  if (type === 'array' && 'options' in control)
    return JSON.stringify(Object.keys(control.options)).length;
  if (maxLength === undefined) return 64;
  const isFreeText = format === undefined && pattern === undefined;
  return Number(maxLength) * (isFreeText ? bytesPerCharacter : 1);
}

const inKB = (bytes: number) => Math.round(bytes / 1024);

/** Reports a form whose answers can be too big to send together. @param longest the fields that take the most bytes */
export function issueOfSize(bytes: number, longest: readonly string[]): string | false {
  return (
    bytes > maxBodyBytes &&
    `its answers can take up to ${inKB(bytes)} KB, at ${bytesPerCharacter} bytes a letter, and the limit is ` +
      `${inKB(maxBodyBytes)} KB: lower the max of ${longest.join(', ')}.`
  );
}

function issuesOfOptions(options: Options): (string | false)[] {
  const values = Object.keys(options);
  const labels = Object.values(options);
  const number = values.find((value) => /^(0|[1-9]\d{0,9})$/.test(value));
  const repeatedAt = labels.findIndex((label, i) => labels.indexOf(label) !== i);
  const first = values[labels.indexOf(labels[repeatedAt] ?? '')];
  return [
    number !== undefined &&
      `the value of its option "${labels[values.indexOf(number)]}" is ${number}, and JavaScript puts whole numbers first, ` +
        `wherever they are written: call it n${number}, or use a word.`,
    protoKeyIssue(options, 'one of its options'),
    values.length === 0 && 'it has no options: give it at least one.',
    values.some((value) => isBlank(value)) &&
      'one of its options has a blank value, so it counts as no answer.',
    labels.some(isBlankText) && 'one of its options is blank: people choose by what they read.',
    repeatedAt >= 0 &&
      `its options "${first}" and "${values[repeatedAt]}" read the same: “${labels[repeatedAt]}”.`,
  ];
}

function issueOfDefault(options: Options, chosen: unknown, required: boolean): string | false {
  if (chosen === undefined) return false;
  if (typeof chosen !== 'string' || !Object.hasOwn(options, chosen))
    return `its default, ${JSON.stringify(chosen)}, is not one of its options: ${Object.keys(options).join(', ')}.`;
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
      ? `min, ${min}, is ${typeof min === 'string' ? 'after' : 'more than'} max, ${max}: no answer is accepted.`
      : Number(least) > Number(most) &&
        `no whole number lies between min, ${min}, and max, ${max}: no answer is accepted.`,
  ];
}

/** Checks one limit: a day, a number of characters, or a number, depending on the field's JSON Schema. */
function issueOfLimit(name: string, it: unknown, { type, format }: JsonSchema): string | false {
  const statement = `${name} is ${typeof it === 'string' ? `"${it}"` : String(it)}`;
  if (format === 'date')
    return (
      !isCalendarDate(String(it)) &&
      `${statement}, which is not a real date: write it like 2026-03-31.`
    );
  if (type === 'string') {
    return (
      !isCount(it, name === 'max' ? 1 : 0) && `${statement}: it must be a number of characters.`
    );
  }
  if (typeof it !== 'number') return `${statement}: it must be a number.`;
  return (
    !isStorable(it) &&
    `${statement}, which cannot be stored exactly: from -${largestStorable} to ${largestStorable} can.`
  );
}

function issuesOfExample(field: Field): readonly string[] {
  const { example } = field;
  const parsed = field.parse(example);
  return parsed.ok
    ? []
    : [`it refuses its own example, ${JSON.stringify(example)}: “${parsed.problem}”.`];
}

/** Whether a text that people should read is missing or has nothing visible in it. */
export function isBlankText(text: unknown): boolean {
  return typeof text !== 'string' || isBlank(text);
}

function isCount(it: unknown, least: number): boolean {
  return Number.isSafeInteger(it) && Number(it) >= least;
}
