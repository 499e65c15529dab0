import { migrateAnswers, pickKnownAnswers } from './current-answers.ts';
import type { Form } from './define-form.ts';
import type { Entry } from './entry.ts';
import type { OnFormError } from './safe-call.ts';
import { parseAnswers } from './parse-answers.ts';

/** Converts an entry to the current version of its form; unchanged if the form cannot migrate it. */
export function inCurrentVersion(form: Form, entry: Entry, onFormError?: OnFormError): Entry {
  if (entry.formVersion === form.version) return entry;
  const answers = migrateAnswers(form, entry, onFormError);
  if (!answers) return entry;
  const parsed = parseAnswers(form, pickKnownAnswers(form, answers), {
    today: entry.begunOn,
    onFormError,
  });
  // Answers that the form no longer asks for are kept if `migrate` keeps them.
  const all = parsed.ok && { ...answers, ...parsed.value };
  return all ? { ...entry, answers: all, formVersion: form.version } : entry;
}
