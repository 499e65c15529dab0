import { evaluateForm, type FormToEvaluate } from '../logic/evaluate-form.ts';
import type { Moment } from '../logic/form-logic.ts';
import { countBytes, countCharacters } from '../values/characters.ts';
import { isRecord } from '../values/is-record.ts';
import { getOwn } from '../values/own-property.ts';
import { err, ok, type Result } from '../values/result.ts';
import type { Issue } from './answers.ts';
import type { Questions } from './field.ts';
import type { IssueMessages } from './issue-messages.ts';
import { bodyLimit } from './body-limit.ts';
import type { OnFormError } from './safe-call.ts';

/** Characters of a name that the form does not know, which may be any text: enough to find it, also inside a repeat. */
const maxNameLength = 200;

type Answers = { readonly [name: string]: unknown };

type Unparsed = Moment & {
  /** Of unknown origin. */
  readonly value: unknown;
  readonly messages: IssueMessages;
  readonly onFormError: OnFormError | undefined;
};

/**
 * Parses answers, or returns every issue in the form's order. An answer to a field that is not asked is left out,
 * without an issue: it is what somebody typed before they changed another answer. Calculated values are computed
 * here, whatever was sent for them.
 */
export function parseAnswers(
  form: FormToEvaluate,
  { value, messages, today, onFormError }: Unparsed,
): Result<Answers, readonly Issue[]> {
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

/** The names that are neither fields nor calculated values; inside repeats, their paths. */
function unknownNames({ fields, calculate }: Questions, value: Answers): readonly string[] {
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
function sizeIssue(form: Questions, answers: Answers, messages: IssueMessages): Issue | undefined {
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
