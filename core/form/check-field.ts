import { isCalendarDate } from '../values/calendar-date.ts';
import { isPrefillable } from './answer-from-link.ts';
import { issuesOfControl } from './check-control.ts';
import { issuesOfChoices } from './check-options.ts';
import { inEnglish, type Limits } from './issue-messages.ts';
import type { Field, Options } from './field.ts';
import { isBlank } from '../values/blank.ts';
import { isStorable, largestStorable } from '../values/storable-number.ts';
import { largestLimit } from './body-limit.ts';
import { bytesPerCharacter } from './max-answer-bytes.ts';
import { optionValues } from './options.ts';

/** Checks one field of a form. Returns sentences for the form's author. */
export function issuesOfField(field: Field | undefined): readonly string[] {
  if (typeof field?.parse !== 'function')
    return ['it is not a field: make it with one of the kinds in core/fields.'];
  const { label, hint, control, required, limits = {}, jsonSchema, hasNoAnswer, prefill } = field;
  const issues = [
    !hasNoAnswer &&
      isBlankText(label) &&
      'its label is missing or blank: it is what people read beside the box.',
    hint !== undefined && isBlankText(hint) && 'its hint is blank: leave it out.',
    'statement' in control &&
      isBlankText(control.statement) &&
      'its statement is missing or blank: it is what people agree to.',
    'unit' in control && isBlankText(control.unit) && 'its unit is blank: leave it out.',
    'rows' in control &&
      typeof control.rows === 'number' &&
      !isCount(control.rows, 1) &&
      `it has ${control.rows} rows: give it 1 or more.`,
    prefill &&
      !isPrefillable(field) &&
      'it has prefill, but a link can only have a text, a number or options.',
    prefill &&
      field.sensitive &&
      'it has prefill and is sensitive: a link is stored by browsers and servers on its way.',
    ...issuesOfChoices(control),
    ...issuesOfControl(control),
    'options' in control && issueOfDefault(control.options, jsonSchema['default'], required),
    ...issuesOfLimits(limits, field),
  ].filter((it) => typeof it === 'string');
  // A broken field may refuse its example for the same reason, so the example is checked last.
  return issues.length > 0 || hasNoAnswer ? issues : issuesOfExample(field);
}

const inKB = (bytes: number) => Math.round(bytes / 1024);

/** Reports a form whose answers can be too big to send together. @param longest the fields that take the most bytes */
export function issueOfSize(bytes: number, longest: readonly string[]): string | false {
  return (
    bytes > largestLimit &&
    `its answers can take up to ${inKB(bytes)} KB, at ${bytesPerCharacter} bytes a letter, and the limit is ` +
      `${inKB(largestLimit)} KB: lower the max of ${longest.join(', ')}.`
  );
}

function issueOfDefault(options: Options, chosen: unknown, required: boolean): string | false {
  if (chosen === undefined) return false;
  const values = optionValues(options);
  if (typeof chosen !== 'string' || !values.includes(chosen))
    return `its default, ${JSON.stringify(chosen)}, is not one of its options: ${values.join(', ')}.`;
  return (
    !required &&
    'it is optional and has a default, so it can never be left open: leave one of them out.'
  );
}

function issuesOfLimits(limits: Limits, field: Field): (string | false)[] {
  const { min, max, whole } = limits;
  const given = Object.entries({ min, max }).filter(([, it]) => it !== undefined);
  const each = given.map(([name, it]) => issueOfLimit(name, it, field));
  if (each.some((it) => it !== false)) return each;
  const [least, most] = whole ? [Math.ceil(Number(min)), Math.floor(Number(max))] : [];
  return [
    min !== undefined && max !== undefined && min > max
      ? `min, ${min}, is ${typeof min === 'string' ? 'after' : 'more than'} max, ${max}: no answer is accepted.`
      : Number(least) > Number(most) &&
        `no whole number lies between min, ${min}, and max, ${max}: no answer is accepted.`,
  ];
}

/** Checks one limit: a day, a time, a number of characters, or a number, depending on the field's JSON Schema. */
function issueOfLimit(name: string, it: unknown, field: Field): string | false {
  const { type, format } = field.jsonSchema;
  const statement = `${name} is ${typeof it === 'string' ? `"${it}"` : String(it)}`;
  if (typeof format === 'string' && format.startsWith('date'))
    return (
      !isCalendarDate(String(it)) &&
      `${statement}, which is not a real date: write it like 2026-03-31.`
    );
  // The limits of a time or a month are such answers themselves.
  if (type === 'string' && field.within) {
    const parsed = field.parse(it, inEnglish);
    return !parsed.ok && `${statement}: “${parsed.problem}”.`;
  }
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
  const parsed = field.parse(example, inEnglish);
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
