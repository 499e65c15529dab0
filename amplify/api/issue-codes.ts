import type { Issue } from '#core/form/answers.ts';
import type { Form } from '#core/form/define-form.ts';
import type { Questions } from '#core/form/field.ts';
import { isRecord } from '#core/values/is-record.ts';
import { getOwn } from '#core/values/own-property.ts';

/**
 * Issues for the log: the form's name of each field and why its answer is invalid, such as `email: no-email`.
 * Nothing that the sender wrote is in them, not even the name of an unknown field.
 * @param given the invalid answers, if they could be read
 */
export function issueCodes(
  form: Form,
  given: unknown,
  issues: readonly Issue[],
): readonly string[] {
  const answers = isRecord(given) ? given : {};
  return [...new Set(issues.map(({ field }) => codeLine(form, answers, field)))];
}

/** Inside a repeat it says `people/age`, whichever instance it is. */
function codeLine(questions: Questions, answers: Answers, path: string): string {
  const [name = '', id, ...inner] = path.split('/');
  const field = getOwn(questions.fields, name);
  if (!field) return path === '' ? 'the form' : 'unasked';
  const { instances } = field;
  const answer = getOwn(answers, name);
  if (instances && id !== undefined) {
    const instance = instances.readable(answer).find((it) => it.id === id);
    return `${name}/${codeLine(instances, instance ?? {}, inner.join('/'))}`;
  }
  // Without a wording, a problem is just the code of an issue, which never quotes an answer.
  const parsed = instances ? instances.read(answer) : field.parse(answer);
  return parsed.ok ? name : `${name}: ${parsed.problem}`;
}

type Answers = { readonly [name: string]: unknown };
