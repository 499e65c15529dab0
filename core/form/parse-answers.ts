import { evaluateForm, type FormToEvaluate } from '../logic/evaluate-form.ts';
import { unknownDay, type Moment } from '../logic/form-logic.ts';
import { countBytes, countCharacters } from '../values/characters.ts';
import { isRecord } from '../values/is-record.ts';
import { getOwn } from '../values/own-property.ts';
import { err, ok, type Result } from '../values/result.ts';
import type { Answers, Issue } from './answers.ts';
import { bodyLimit } from './body-limit.ts';
import type { Form } from './define-form.ts';
import type { Questions } from './field.ts';
import { issueMessages, type IssueMessages } from './issue-messages.ts';
import { migratedFor } from './form-functions.ts';
import type { OnFormError } from './safe-call.ts';

/** Characters of a name that the form does not know, which may be any text: enough to find it, also inside a repeat. */
const maxNameLength = 200;

type UntypedAnswers = { readonly [name: string]: unknown };

export type ParseOptions = {
  /** The day on which the entry was begun. Without it, limits that depend on it do not apply. */
  readonly today?: Moment['today'] | undefined;
  /** The version of the form that the value answers; the current one by default. */
  readonly version?: number | undefined;
  /** Called when a function of the form fails. */
  readonly onFormError?: OnFormError | undefined;
};

/** The parts of a form that decide which answers it accepts. */
type FormToParse = FormToEvaluate & Pick<Form, 'version' | 'migrate' | 'issueMessages'>;

/** Any form: the functions of its logic, whose types depend on its fields, do not matter. */
type AnyForm = Pick<Form, 'id' | 'version' | 'fields'> & { readonly '~answers'?: unknown };

/**
 * Parses a value of unknown origin into answers, or returns every issue, in the form's order. An answer to a field
 * that is not asked is left out, without an issue: it is what somebody typed before they changed another answer.
 * Calculated values are computed here, whatever was sent for them.
 */
export function parseAnswers<F extends AnyForm>(
  of: F,
  value: unknown,
  options: ParseOptions = {},
): Result<Answers<F>, readonly Issue[]> {
  const form = of as unknown as FormToParse;
  const { version = form.version } = options;
  const parsed =
    version === form.version
      ? parseCurrent(form, value, options)
      : parseMigrated(form, value, { ...options, fromVersion: version });
  return parsed as Result<Answers<F>, readonly Issue[]>;
}

function parseCurrent(
  form: FormToParse,
  value: unknown,
  { today = unknownDay, onFormError }: ParseOptions,
): Result<UntypedAnswers, readonly Issue[]> {
  const messages = messagesOf(form);
  if (!isRecord(value)) return err([{ field: '', message: messages['no-answers']('', {}) }]);
  const evaluation = evaluateForm(form, value, { today, onFormError });
  const unknown = unknownNames(form, value).map((name) => ({
    field: name.slice(0, maxNameLength),
    message: messages.unasked('', {}),
  }));
  const issues = [...evaluation.issues(), ...unknown];
  if (issues.length > 0) return err(issues);
  const answers = evaluation.answers();
  const tooBig = sizeIssue(form, answers, messages);
  return tooBig ? err([tooBig]) : ok(answers);
}

/** Without `migrate`, or if it fails, the respondent has to check their answers and send them again. */
function parseMigrated(
  form: FormToParse,
  value: unknown,
  { fromVersion, ...options }: ParseOptions & { readonly fromVersion: number },
): ReturnType<typeof parseCurrent> {
  const { version, migrate } = form;
  const changedIssue = { field: '', message: messagesOf(form).changed('', {}) };
  if (!migrate || fromVersion > version) {
    const parsed = parseCurrent(form, value, options);
    return parsed.ok ? err([changedIssue]) : parsed;
  }
  const migrated = migratedFor(form, value, fromVersion, options.onFormError);
  if (migrated === undefined) return err([changedIssue]);
  return parseCurrent(form, migrated, options);
}

/** Of issues about the form as a whole; its fields have their own. */
function messagesOf(form: FormToParse): IssueMessages {
  return form.issueMessages ?? issueMessages;
}

/** The names that are neither fields nor calculated values; inside repeats, their paths. */
function unknownNames({ fields, calculate }: Questions, value: UntypedAnswers): readonly string[] {
  return Object.keys(value).flatMap((name) => {
    const field = getOwn(fields, name);
    if (!field) return calculate && Object.hasOwn(calculate, name) ? [] : [name];
    const inner = field.instances;
    const instances = inner?.read(value[name]);
    if (!inner || !instances?.ok) return [];
    return instances.value.flatMap(({ id, ...answers }) =>
      unknownNames(inner, answers).map((it) => `${name}/${id}/${it}`),
    );
  });
}

/** If the answers together are too big to send, the issue is about the longest one, and says how much to shorten it. */
function sizeIssue(
  form: Questions,
  answers: UntypedAnswers,
  messages: IssueMessages,
): Issue | undefined {
  const over = countBytes(JSON.stringify(answers)) - bodyLimit(form);
  if (over <= 0) return undefined;
  const sizes = Object.entries(answers).map(
    ([name, answer]) => [name, countBytes(JSON.stringify(answer))] as const,
  );
  const [field = '', size = 1] = sizes.toSorted(([, a], [, b]) => b - a)[0] ?? [];
  const answer = answers[field];
  const length = typeof answer === 'string' ? countCharacters(answer) : size;
  const limits = { over: Math.ceil((over / size) * length) };
  return { field, message: messages['too-big'](`“${getOwn(form.fields, field)?.label}”`, limits) };
}
