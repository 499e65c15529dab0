import type { Entry } from './entry.ts';
import { copyOf, attempt, type OnFault } from './fault.ts';
import { isStorable } from './fields/number.ts';
import type { AnswersTo, Fields, Form, FormDefinition } from './form.ts';
import { err, ok, type Result } from './result.ts';

/**
 * Every function that a form's author may write, by its path: `receipt`, `confirmation.text`. They are called
 * here and in `form.ts` alone (the linter sees to it), so that one that fails fails nobody's entry.
 */
export type FormFunction = FunctionsOf<Omit<FormDefinition<Fields, unknown>, 'fields'>>;

type FunctionsOf<Part> = {
  [Name in keyof Part & string]-?: NonNullable<Part[Name]> extends AnyFunction
    ? Name
    : NonNullable<Part[Name]> extends string | number | readonly string[]
      ? never
      : WithPath<Name, NonNullable<Part[Name]>>;
}[keyof Part & string];
type AnyFunction = (...parameters: never) => unknown;
type WithPath<Name extends string, Part> = string extends keyof Part
  ? never
  : `${Name}.${FunctionsOf<Part>}`;

type Told = Pick<Entry, 'answers' | 'derived'>;

function call(
  form: Pick<Form, 'id'>,
  name: FormFunction,
  onFault: OnFault | undefined,
  answer: () => unknown,
): unknown {
  return attempt({ form: form.id, function: name, call: answer, onFault });
}

/** Answers to an earlier version as the form would have them today: unparsed, and nothing where it cannot say. */
export function migratedFor(
  form: Form,
  answers: unknown,
  fromVersion: number,
  onFault?: OnFault,
): unknown {
  return call(form, 'migrate', onFault, () => form.migrate?.(copyOf(answers), fromVersion));
}

/** What the form chooses for an entry, once; nothing where it cannot be chosen, or not be stored. */
export function derivedFor(
  form: Form,
  answers: AnswersTo<Fields>,
  { random, onFault }: { readonly random: () => number; readonly onFault?: OnFault | undefined },
): unknown {
  return call(form, 'derive', onFault, () => {
    const derived = copyOf(form.derive?.(copyOf(answers), { random }));
    refuseUnstorable(derived);
    return derived;
  });
}

/** What the form adds to the answer about an entry. */
export function receiptFor(
  form: Form,
  entry: Entry,
  onFault?: OnFault,
): Readonly<Record<string, unknown>> {
  const receipt = call(form, 'receipt', onFault, () =>
    recordOf(copyOf(form.receipt?.(copyOf(entry))) ?? {}),
  );
  return (receipt ?? {}) as Readonly<Record<string, unknown>>;
}

/** What the form says first to who sent an entry, if anything. */
export function thanksFor(form: Form, entry: Told, onFault?: OnFault): string | undefined {
  const thanks = textFrom(form, 'thanks', onFault, () => form.thanks?.(copyOf(entry)));
  return thanks.ok ? thanks.value : undefined;
}

type Confirmed = Pick<Entry, 'id' | 'answers' | 'derived'>;

/** What the mail that confirms an entry says, if the form has anything to say; or it failed to say it. */
export function confirmationTextFor(
  form: Form,
  { id, answers, derived }: Confirmed,
  onFault?: OnFault,
): Result<string | undefined, 'failed'> {
  const entry = { id, answers, ...(derived !== undefined && { derived }) };
  return textFrom(form, 'confirmation.text', onFault, () => form.confirmation?.text(copyOf(entry)));
}

function textFrom(
  form: Form,
  name: FormFunction,
  onFault: OnFault | undefined,
  answer: () => unknown,
): Result<string | undefined, 'failed'> {
  const said = call(form, name, onFault, () => {
    const text = copyOf(answer()) ?? null;
    if (text === null || typeof text === 'string') return text;
    throw new TypeError('Not a text.');
  });
  if (said === undefined) return err('failed');
  return ok(typeof said === 'string' ? said : undefined);
}

function recordOf(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new TypeError('Not an object.');
}

/** Levels of what an entry holds; DynamoDB ends at 32. */
const deepest = 16;
/** Characters of JSON, as of what a person may send: an item of DynamoDB ends at 400 KB. */
const longest = 65_536;

/** What the table would refuse, every time it is sent again. */
function refuseUnstorable(json: unknown): void {
  if (JSON.stringify(json)?.length > longest) throw new RangeError('Too long.');
  refuseBelow(json, 1);
}

function refuseBelow(json: unknown, depth: number): void {
  if (depth > deepest) throw new RangeError('Nested too deeply.');
  if (typeof json === 'number' && !isStorable(json)) throw new RangeError('No such number there.');
  if (typeof json !== 'object' || json === null) return;
  for (const part of Object.values(json)) refuseBelow(part, depth + 1);
}
