import { complaintWords, type ComplaintWords } from './complaint-words.ts';
import type { Complaint, Form } from './form.ts';
import { own } from './own.ts';

/** Each complaint worded as its own key: why, and nothing of what was answered. */
const codes = Object.fromEntries(
  Object.keys(complaintWords).map((why) => [why, () => why]),
) as unknown as ComplaintWords;

/**
 * Complaints for a log: the form's own name of each question and why its answer was refused,
 * `email: no-email`. What the sender made up, a name included, is not among it.
 * @param given the answers complained about, if they can be had
 */
export function complaintCodes(
  form: Form,
  given: unknown,
  complaints: readonly Complaint[],
): readonly string[] {
  const answers = isRecord(given) ? given : {};
  const told = complaints.map(({ field: name }) => {
    const field = own(form.fields, name);
    if (!field) return name === '' ? 'the form' : 'unasked';
    const parsed = field.parse(own(answers, name), { words: codes, noun: '' });
    return parsed.ok ? name : `${name}: ${parsed.problem}`;
  });
  return [...new Set(told)];
}

function isRecord(it: unknown): it is Readonly<Record<string, unknown>> {
  return typeof it === 'object' && it !== null && !Array.isArray(it);
}
