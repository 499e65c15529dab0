import { issueMessages, type IssueMessages } from '#core/form/issue-messages.ts';
import type { Issue, Form } from '#core/form/define-form.ts';
import { isRecord } from '#core/values/is-record.ts';
import { getOwn } from '#core/values/own-property.ts';

/** Messages that are just their own keys, so that an issue says why and never quotes an answer. */
const codes = Object.fromEntries(
  Object.keys(issueMessages).map((why) => [why, () => why]),
) as unknown as IssueMessages;

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
  const codeLines = issues.map(({ field: name }) => {
    const field = getOwn(form.fields, name);
    if (!field) return name === '' ? 'the form' : 'unasked';
    const parsed = field.parse(getOwn(answers, name), { messages: codes, noun: '' });
    return parsed.ok ? name : `${name}: ${parsed.problem}`;
  });
  return [...new Set(codeLines)];
}
