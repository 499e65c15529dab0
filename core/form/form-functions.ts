import type { FormLogic } from '../logic/form-logic.ts';
import type { Entry } from './entry.ts';
import { jsonCopy, callSafely, type OnFormError } from './safe-call.ts';
import { isRecord } from '../values/is-record.ts';
import { assertStorable } from '../values/storable-json.ts';
import type { AnswersTo, Fields } from './answers.ts';
import type { Form, FormDefinition } from './define-form.ts';
import { err, ok, type Result } from '../values/result.ts';

/**
 * The path of every function that a form's author may write, such as `receipt` or `confirmation.text`, without
 * those of its logic, which core/logic calls. Only this file calls them (the linter checks that), so that a failing
 * function never loses an entry.
 */
export type FormFunction = FunctionsOf<
  Omit<FormDefinition<Fields, unknown>, 'fields' | keyof FormLogic>
>;

type FunctionsOf<Part> = {
  [Name in keyof Part & string]-?: Given<Part[Name]> extends AnyFunction
    ? Name
    : Given<Part[Name]> extends string | number | readonly unknown[]
      ? never
      : WithPath<Name, Given<Part[Name]>>;
}[keyof Part & string];
/** Without what only says that there is something, or nothing. */
type Given<Part> = Exclude<Part, undefined | null | boolean>;
type AnyFunction = (...parameters: never) => unknown;
type WithPath<Name extends string, Part> = string extends keyof Part
  ? never
  : `${Name}.${FunctionsOf<Part>}`;

type AnswersAndDerived = Pick<Entry, 'answers' | 'derived'>;

function callFormFunction(
  form: Pick<Form, 'id'>,
  name: FormFunction,
  onFormError: OnFormError | undefined,
  call: () => unknown,
): unknown {
  return callSafely({ form: form.id, function: name, call, onFormError });
}

/** Calls the form's `migrate`. The result is unparsed; `undefined` if it fails, or returns nothing, which is a failure. */
export function migratedFor(
  form: Pick<Form, 'id' | 'migrate'>,
  answers: unknown,
  fromVersion: number,
  onFormError?: OnFormError,
): unknown {
  const { migrate } = form;
  if (!migrate) return undefined;
  return callFormFunction(
    form,
    'migrate',
    onFormError,
    () => migrate(jsonCopy(answers), fromVersion) ?? failEmptyMigration(),
  );
}

function failEmptyMigration(): never {
  throw new TypeError('migrate returned nothing.');
}

/** Calls the form's `derive`. `undefined` if it fails or its result cannot be stored. */
export function derivedFor(
  form: Form,
  answers: AnswersTo<Fields>,
  {
    random,
    onFormError,
  }: { readonly random: () => number; readonly onFormError?: OnFormError | undefined },
): unknown {
  return callFormFunction(form, 'derive', onFormError, () => {
    const derived = jsonCopy(form.derive?.(jsonCopy(answers), { random }));
    assertStorable(derived);
    return derived;
  });
}

/** Calls the form's `receipt`: the keys that it adds to an entry in the API. Empty if it fails. */
export function receiptFor(
  form: Form,
  entry: Entry,
  onFormError?: OnFormError,
): Readonly<Record<string, unknown>> {
  const receipt = callFormFunction(form, 'receipt', onFormError, () =>
    recordOf(jsonCopy(form.receipt?.(jsonCopy(entry))) ?? {}),
  );
  return (receipt ?? {}) as Readonly<Record<string, unknown>>;
}

/** Calls the form's `thanks`: the first sentence that a respondent reads after sending. */
export function thanksFor(
  form: Form,
  entry: AnswersAndDerived,
  onFormError?: OnFormError,
): string | undefined {
  const thanks = textFrom(form, 'thanks', onFormError, () => form.thanks?.(jsonCopy(entry)));
  return thanks.ok ? thanks.value : undefined;
}

type ConfirmedEntry = Pick<Entry, 'id' | 'answers' | 'derived'>;

/** Calls the form's `confirmation.text`: the text of the confirmation mail, `undefined` if there should be none. */
export function confirmationTextFor(
  form: Form,
  { id, answers, derived }: ConfirmedEntry,
  onFormError?: OnFormError,
): Result<string | undefined, 'failed'> {
  const entry = { id, answers, ...(derived !== undefined && { derived }) };
  return textFrom(form, 'confirmation.text', onFormError, () =>
    form.confirmation?.text(jsonCopy(entry)),
  );
}

/**
 * Whether the form's owners get a mail about an entry. Calls its `notify.newEntry.when`: a form without it sends one about
 * each.
 */
export function isNoticeWanted(
  form: Form,
  { answers }: Pick<Entry, 'answers'>,
  onFormError?: OnFormError,
): Result<boolean, 'failed'> {
  const { newEntry } = form.notify ?? {};
  if (newEntry === undefined || newEntry === true) return ok(newEntry === true);
  const wanted = callFormFunction(form, 'notify.newEntry.when', onFormError, () => ({
    is: jsonCopy(newEntry.when(jsonCopy(answers))) === true,
  }));
  return wanted === undefined ? err('failed') : ok((wanted as { readonly is: boolean }).is);
}

function textFrom(
  form: Form,
  name: FormFunction,
  onFormError: OnFormError | undefined,
  call: () => unknown,
): Result<string | undefined, 'failed'> {
  const result = callFormFunction(form, name, onFormError, () => {
    const text = jsonCopy(call()) ?? null;
    if (text === null || typeof text === 'string') return text;
    throw new TypeError('Not a text.');
  });
  if (result === undefined) return err('failed');
  return ok(typeof result === 'string' ? result : undefined);
}

function recordOf(value: unknown): unknown {
  if (isRecord(value)) return value;
  throw new TypeError('Not an object.');
}
